import type { DataSource } from '../database/database.js';
import { integer, type Environment } from '../process/environment.js';
import { forgetOldKeys } from '../idempotency/idempotency.js';
import type { BackgroundTask } from './repeat.js';

const hourMs = 3_600_000;

/** Removes every hour what a subgraph need not remember: keys after seven days, events EVENT_RETENTION_DAYS after they were published. */
export function forgettingTask(db: DataSource, environment: Environment): BackgroundTask {
  const days = integer(environment, 'EVENT_RETENTION_DAYS', { default: 90, min: 7, max: 3_650 });
  return {
    name: 'forgetting',
    everyMs: hourMs,
    async run(signal) {
      await forgetOldKeys(db.manager);
      while (!signal.aborted && (await forgetEvents(db, days)) !== null);
    },
  };
}

/** Forgets the oldest events, a limited number at a time; gives the last position that went, null when none did. */
async function forgetEvents(db: DataSource, days: number): Promise<number | null> {
  const rows: { position: number | null }[] = await db.query('select forget_events($1) as position', [days]);
  return rows[0]?.position ?? null;
}
