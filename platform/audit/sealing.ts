import type { BackgroundTask } from '../background/repeat.js';
import type { DataSource } from '../database/database.js';

/** In one statement: far less than a statement may take. */
const mostAtOnce = 500;

/** Seals each second what was committed. In the transaction of an access the chain would make every access wait for every other. */
export function sealingTask(db: DataSource): BackgroundTask {
  return { name: 'audit seals', everyMs: 1_000, run: (signal) => sealAll(db, signal) };
}

async function sealAll(db: DataSource, signal: AbortSignal): Promise<void> {
  while (!signal.aborted && (await seal(db)) === mostAtOnce);
}

async function seal(db: DataSource): Promise<number> {
  const rows = await db.query<{ sealed: number }[]>('select seal_audit($1) as sealed', [mostAtOnce]);
  return rows[0]?.sealed ?? 0;
}
