import type { Pool } from 'pg';
import type { DataSource } from 'typeorm';
import { durations, watched } from '../telemetry/metrics.js';
import { traced } from '../telemetry/traces.js';

const statementSeconds = durations('database_statement_seconds', 'How long PostgreSQL took for a statement.', ['pool']);

const watchConnections = watched(
  'database_connections',
  'Connections to PostgreSQL: used now, kept idle, and requests that wait for one.',
  ['pool', 'state'],
);

/** Sends a statement; how long it took is counted for the pool. What it says is told to nobody. */
export async function watchedStatement<T>(pool: string, send: () => Promise<T>): Promise<T> {
  const end = statementSeconds.startTimer({ pool });
  try {
    return await traced('sql', { pool }, send);
  } finally {
    end();
  }
}

/** Shows how many connections of a pool are in use, for as long as it is open. */
export function watchPool(pool: string, source: DataSource): void {
  const { master } = source.driver as unknown as { master: Pool };
  const unwatch = watchConnections((gauge) => {
    if (!source.isInitialized) {
      unwatch();
      return;
    }
    gauge.set({ pool, state: 'used' }, master.totalCount - master.idleCount);
    gauge.set({ pool, state: 'idle' }, master.idleCount);
    gauge.set({ pool, state: 'waiting' }, master.waitingCount);
  });
}
