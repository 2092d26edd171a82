import type { DataSource, EntityManager } from 'typeorm';
import { sqlState } from '../database/transaction.js';
import { withSearches } from '../database/replica/with-searches.js';
import { withCaller } from '../database/with-caller.js';
import { HubError } from '../errors/errors.js';
import type { Caller } from '../identity/caller.js';
import { auditTrail, type AuditSource, type AuditTrail } from './audit-trail.js';

/**
 * Does the work of one request in a transaction of its caller, and writes down in it whom it was about: without that nothing is told. What may be
 * some seconds old can be asked of a copy (`withSearches`). Where a
 * statement failed and undid all of it, that it was tried is written down in a transaction of its own.
 */
export async function auditedRequest<T>(
  db: DataSource,
  caller: Caller,
  source: AuditSource,
  work: (tx: EntityManager, audit: AuditTrail, searching: EntityManager) => Promise<T>,
): Promise<T> {
  const audit = auditTrail(source, caller);
  try {
    return await withCaller(db, caller, async (tx) => {
      const result = await withSearches(db, caller, tx, (searching) => work(tx, audit, searching));
      await audit.write(tx);
      return result;
    });
  } catch (error) {
    // what cannot be written now tells nobody anything either
    if (isUndone(error)) await withCaller(db, caller, (tx) => audit.writeAttempt(tx)).catch(() => undefined);
    throw error;
  }
}

const transactionAborted = '25P02';

/** Whether a statement failed before, so that the transaction took no other, or could not be committed. */
function isUndone(error: unknown): boolean {
  return sqlState(error) === transactionAborted || (error instanceof HubError && error.code === 'DATABASE_UNAVAILABLE');
}
