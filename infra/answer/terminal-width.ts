const narrowest = 80;
const widest = 160;

/** Columns of the terminal behind a stream, within what the tables are made for; 120 where there is none. */
export function terminalWidth({ columns }: { columns?: number }): number {
  return Math.min(Math.max(columns ?? 120, narrowest), widest);
}
