/** The time of this process. Deadlines of data are read in SQL with `hub_now()`; this clock serves tokens and durations. */
export const clock = {
  now: (): Date => new Date(),
};

/** Milliseconds since some fixed moment, never going back: for durations. */
export function elapsedSince(start: number): number {
  return performance.now() - start;
}
