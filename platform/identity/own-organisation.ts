import { hasRole, type Caller } from './caller.js';
import { HubError } from '../errors/errors.js';

/** The organisation for which a provider's planner or system acts: from the token, never from the request. Throws FORBIDDEN. */
export function ownOrganisation(caller: Caller): string {
  if (!hasRole(caller, 'provider-planner', 'provider-system') || caller.organisationId === null)
    throw new HubError('FORBIDDEN');
  return caller.organisationId;
}
