import type { BackgroundTask } from '../background/repeat.js';
import type { DataSource } from '../database/database.js';

/** Seals each second what was committed. In the transaction of an access the chain would make every access wait for every other. */
export function sealingTask(db: DataSource): BackgroundTask {
  return { name: 'audit seals', everyMs: 1_000, run: () => seal(db) };
}

async function seal(db: DataSource): Promise<void> {
  await db.query('select seal_audit()');
}
