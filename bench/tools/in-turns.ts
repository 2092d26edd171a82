/**
 * Times each way once a round, so that noise of the machine meets all of them; milliseconds by way, without the rounds in which it is
 * still warming up.
 */
export async function inTurns(
  ways: Readonly<Record<string, () => Promise<unknown>>>,
  { rounds, warmUp }: { readonly rounds: number; readonly warmUp: number },
): Promise<Record<string, number[]>> {
  const times: Record<string, number[]> = Object.fromEntries(Object.keys(ways).map((name) => [name, []]));
  for (let round = -warmUp; round < rounds; round += 1)
    for (const [name, work] of Object.entries(ways)) {
      const start = performance.now();
      await work();
      if (round >= 0) times[name]?.push(performance.now() - start);
    }
  return times;
}
