import type { EntityManager } from 'typeorm';

/** Longer than a request that is sent twice needs for its first time, far shorter than anybody waits. */
const lockTimeoutMs = 1_000;

/**
 * Does work inside a transaction that goes on whatever becomes of it: what fails is undone as a whole, and the rest of the transaction,
 * such as the record of who tried, can still be committed.
 */
export async function inSavepoint<T>(tx: EntityManager, work: () => Promise<T>): Promise<T> {
  await tx.query(`savepoint work; set local lock_timeout = ${lockTimeoutMs}`);
  try {
    const result = await work();
    await tx.query('release savepoint work');
    return result;
  } catch (error) {
    await tx.query('rollback to savepoint work');
    throw error;
  }
}

/** Does work inside a transaction as if in earnest, and undoes it: nothing is kept but what it gives. */
export async function rehearsed<T>(tx: EntityManager, work: () => Promise<T>): Promise<T> {
  let result: T | undefined;
  const isUndone = new Error('rehearsed');
  try {
    await inSavepoint(tx, async () => {
      result = await work();
      throw isUndone;
    });
  } catch (error) {
    if (error !== isUndone) throw error;
  }
  return result as T;
}
