import { integer, type Environment } from '../../platform/process/environment.js';

const most = 64;

/** Reads GATEWAY_WORKERS: how many processes answer behind the one port of a gateway. */
export function toWorkers(environment: Environment): number {
  return integer(environment, 'GATEWAY_WORKERS', { default: 1, min: 1, max: most });
}

/** What one of so many workers may have of what all of them may have together: at least one. */
export function shareOf(whole: number, workers: number): number {
  return Math.max(1, Math.floor(whole / workers));
}
