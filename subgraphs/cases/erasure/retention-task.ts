import type { BackgroundTask } from '../../../platform/background/repeat.js';
import type { DataSource } from '../../../platform/database/database.js';
import type { Environment } from '../../../platform/process/environment.js';
import { retentionDays } from '../config.js';
import { erasureStore } from './erasure.store.js';

const hourMs = 3_600_000;

/**
 * The hub is no dossier: every hour, cases go that were closed more than CASE_RETENTION_DAYS ago, in the same way as on request. What a
 * crash left half done is finished first.
 */
export function retentionTask(db: DataSource, environment: Environment): BackgroundTask {
  const days = retentionDays(environment);
  const erasures = erasureStore(db.manager);
  return {
    name: 'retention of cases',
    everyMs: hourMs,
    async run(signal) {
      do await erasures.finish();
      while (!signal.aborted && (await erasures.beginExpiry(days)) !== null);
    },
  };
}
