import type { Duty, EntityManager } from './database.js';

/** The duties that were set here: work within work of the same duty need not set it again. */
const current = new WeakMap<EntityManager, Duty>();

/**
 * Does work that is for others than the caller, in the caller's transaction: while it lasts, row level security shows what this duty needs
 * (`hub_on_duty`). When it fails, so must the transaction.
 */
export async function onDuty<T>(tx: EntityManager, duty: Duty, work: () => Promise<T>): Promise<T> {
  if (current.get(tx) === duty) return work();
  const rows: { before: string }[] = await tx.query(
    `select coalesce(current_setting('hub.duty', true), '') as before, set_config('hub.duty', $1, true)`,
    [duty],
  );
  current.set(tx, duty);
  try {
    const result = await work();
    await tx.query(`select set_config('hub.duty', $1, true)`, [rows[0]?.before ?? '']);
    return result;
  } finally {
    current.delete(tx);
  }
}
