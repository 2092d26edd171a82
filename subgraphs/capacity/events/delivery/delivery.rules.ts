/** Minutes until the next attempt, after each that failed. */
const pausesMinutes = [0.1, 0.5, 2, 10, 30, 60, 120, 240];

/** After this many attempts, about eight hours, an event is given up and the next one is tried. */
export const mostAttempts = pausesMinutes.length;

/** A subscription to which nothing could be delivered for this long is suspended. */
export const patienceDays = 3;

/** The pause after the nth attempt that failed, in seconds. */
export function pauseSeconds(attempt: number): number {
  return (pausesMinutes[Math.min(attempt, mostAttempts) - 1] ?? 0) * 60;
}
