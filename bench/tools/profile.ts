/** How many rounds a bench makes and how long one lasts: its own numbers, unless whoever runs it wants others (BENCH_ROUNDS, BENCH_ROUND_MS). */
export function roundsWanted(usual: number): number {
  return Number(process.env['BENCH_ROUNDS'] ?? usual);
}

/** In milliseconds. */
export function roundMsWanted(usual: number): number {
  return Number(process.env['BENCH_ROUND_MS'] ?? usual);
}
