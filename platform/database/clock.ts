import type { EntityManager } from './database.js';

/** What the clock of the database says, which is the clock of the hub. */
export async function databaseNow(db: EntityManager): Promise<Date> {
  const [row]: { now: Date }[] = await db.query('select hub_now() as now');
  if (!row) throw new Error('the database tells the time');
  return row.now;
}
