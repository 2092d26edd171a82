import { hasRole, type Caller } from '../../../platform/identity/caller.js';
import { HubError } from '../../../platform/errors/errors.js';

/** The organisation for which a provider's planner or system acts: from the token, never from the request. Throws FORBIDDEN. */
export function ownOrganisation(caller: Caller): string {
  if (!hasRole(caller, 'provider-planner', 'provider-system') || caller.organisationId === null)
    throw new HubError('FORBIDDEN');
  return caller.organisationId;
}
