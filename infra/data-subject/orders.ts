import { randomUUID } from 'node:crypto';
import { userInfo } from 'node:os';
import { auditTrail, type AuditAction } from '../../platform/audit/audit-trail.js';
import type { EntityManager } from '../../platform/database/database.js';
import type { Caller } from '../../platform/identity/caller.js';
import type { DataSubject } from './data-subject.js';

/** Who runs a command, and on whose order. */
export interface Ordered {
  readonly actor: string;
  readonly orderedBy: string;
}

/** Whoever has the rights of the owner of the database, by the name under which they work on this machine. */
export function orderOf(orderedBy: string): Ordered {
  return { actor: `urn:thuisbasis:command#${userInfo().username}`, orderedBy };
}

/** Writes down in the audit of cases what a command did with a case, in its transaction. */
export async function noteOrder(
  tx: EntityManager,
  { actor, orderedBy }: Ordered,
  action: AuditAction,
  { caseId }: DataSubject,
  name: string,
): Promise<void> {
  const audit = auditTrail({ id: 'cases', protocol: 'data-subject/1' }, callerOf(actor, name));
  audit.note({ action, objectType: 'Case', ids: [caseId], isGranted: true, grounds: { responsibleUserId: orderedBy } });
  await audit.write(tx);
}

function callerOf(subject: string, name: string): Caller {
  return {
    ...{ subject, roles: ['operator'], organisationId: null, region: null },
    ...{ accessPoint: 'command', scopes: null, purpose: 'OPERATION', operation: { name, hash: '' } },
    ...{ language: 'nl', requestId: randomUUID() },
  };
}
