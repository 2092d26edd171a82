import type { DataSource, EntityManager } from 'typeorm';
import { withCaller } from '../database/with-caller.js';
import type { Caller } from '../identity/caller.js';
import { auditTrail, type AuditSource, type AuditTrail } from './audit-trail.js';

/** Does the work of one request in a transaction of its caller, and writes down in it whom it was about: without that nothing is told. */
export function auditedRequest<T>(
  db: DataSource,
  caller: Caller,
  source: AuditSource,
  work: (tx: EntityManager, audit: AuditTrail) => Promise<T>,
): Promise<T> {
  return withCaller(db, caller, async (tx) => {
    const audit = auditTrail(source, caller);
    const result = await work(tx, audit);
    await audit.write(tx);
    return result;
  });
}
