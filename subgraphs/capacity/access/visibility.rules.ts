import { hasRole, type Caller, type Role } from '../../../platform/identity/caller.js';
import { isUuid } from '../../../platform/input/identifiers.js';
import { findRegion } from '../../../vocabulary/places/region.js';

/** What a caller may see: what was done in a region, for the cases of an organisation, at the offers of an organisation. */
export interface Sight {
  readonly region: string | null;
  readonly ownerId: string | null;
  readonly providerId: string | null;
}

/**
 * Region and organisation of the token, each as far as a role gives a right to it; `roles` narrows to the roles that may do a
 * thing. A text that is no region or no identifier gives no right, and reaches no statement.
 */
export function sightOf(caller: Caller, roles: readonly Role[] = caller.roles): Sight {
  const may = (...wanted: Role[]): boolean => hasRole(caller, ...wanted.filter((role) => roles.includes(role)));
  const organisationId = caller.organisationId !== null && isUuid(caller.organisationId) ? caller.organisationId : null;
  return {
    region: may('care-broker') && caller.region !== null ? (findRegion(caller.region)?.key ?? null) : null,
    ownerId: may('case-owner') ? organisationId : null,
    providerId: may('provider-planner', 'provider-system') ? organisationId : null,
  };
}
