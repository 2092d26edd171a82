import type { Caller, Role } from '../../platform/identity/caller.js';
import { usualPurpose } from '../../platform/identity/purpose.js';

/** Someone with one role, of an organisation or of none. */
export function callerAs(role: Role, organisationId: string | null = null): Caller {
  return {
    subject: role,
    roles: [role],
    organisationId,
    region: 'flevoland',
    accessPoint: 'page',
    scopes: null,
    purpose: usualPurpose([role]),
    operation: null,
    language: 'nl',
    requestId: 'test',
  };
}
