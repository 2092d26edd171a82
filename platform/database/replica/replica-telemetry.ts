import { counter, watched } from '../../telemetry/metrics.js';

/** Who answered the searches of a request: a copy, or the database itself, and why. */
export type SearchedAt =
  'replica' | 'primary_live' | 'primary_own_write' | 'primary_no_replica' | 'primary_replica_failed';

const searches = counter(
  'database_searches_total',
  'Requests with searches, by who answered: a read replica, or the primary and why.',
  ['pool', 'answered'],
);

export const watchReplicas = watched(
  'database_replica_behind_seconds',
  'How far a read replica may be behind the primary; one that was never reached is not shown.',
  ['pool', 'replica'],
);

export function countSearches(pool: string, answered: SearchedAt): void {
  searches.inc({ pool, answered });
}
