import { integer, type Environment } from '../../platform/process/environment.js';

/** The parts of the hub that are processes of their own, in the order of their ports for metrics: METRICS_PORT and on. */
const parts = [
  'gateway',
  'cases',
  'capacity',
  'people',
  'capacity for bulk',
  'gateway for bulk',
  'the hub for bulk',
] as const;

export type Part = (typeof parts)[number];

/** Where a part of the hub shows its metrics: none where the hub shows none. */
export function metricsPortOf(part: Part, environment: Environment): { METRICS_PORT?: string } {
  const first = integer(environment, 'METRICS_PORT', { default: 0, min: 0, max: 65_535 - parts.length });
  return first === 0 ? {} : { METRICS_PORT: String(first + parts.indexOf(part)) };
}
