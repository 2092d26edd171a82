import { ConfigurationError, integer, type Environment } from '../../platform/process/environment.js';

const most = 64;

/** Reads GATEWAY_WORKERS: how many processes answer behind the one port of a gateway. */
export function toWorkers(environment: Environment): number {
  return integer(environment, 'GATEWAY_WORKERS', { default: 1, min: 1, max: most });
}

/**
 * Sees that there is one for each worker of what a setting gives to all of them together: they would take one all the same, and so more than was set.
 * Throws a ConfigurationError that says how many workers there can be.
 */
export function checkShares(workers: number, setting: string, wholes: Readonly<Record<string, number>>): void {
  for (const [name, whole] of Object.entries(wholes)) {
    if (whole >= workers) continue;
    throw new ConfigurationError(
      `GATEWAY_WORKERS must be at most ${whole}, or ${name} of ${setting} larger: each worker has its share of that, and one at least.`,
    );
  }
}

/** What one of so many workers may have of what all of them may have together: at least one. */
export function shareOf(whole: number, workers: number): number {
  return Math.max(1, Math.floor(whole / workers));
}
