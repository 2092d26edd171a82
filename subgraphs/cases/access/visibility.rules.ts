import { hasRole, type Caller, type Role } from '../../../platform/identity/caller.js';
import { isUuid } from '../../../platform/input/identifiers.js';
import { findRegion } from '../../../vocabulary/places/region.js';

/** What a caller may see: the rows of a region, as its broker, and the rows of an organisation, as one of its people. */
export interface Sight {
  readonly region: string | null;
  readonly organisationId: string | null;
}

/**
 * Region and organisation of the token, each as far as a role gives a right to it; where both are null nothing is seen. A text that
 * is no region or no identifier gives no right, and reaches no statement.
 */
export function sightOf(caller: Caller): Sight {
  return {
    region: regionAs(caller, 'care-broker'),
    organisationId: hasRole(caller, 'case-owner') ? organisationIdOf(caller) : null,
  };
}

/** The region of somebody who has one of these roles; null for anybody else. */
export function regionAs(caller: Caller, ...wanted: readonly Role[]): string | null {
  return hasRole(caller, ...wanted) ? regionOf(caller) : null;
}

function regionOf({ region }: Caller): string | null {
  return region === null ? null : (findRegion(region)?.key ?? null);
}

function organisationIdOf({ organisationId }: Caller): string | null {
  return organisationId !== null && isUuid(organisationId) ? organisationId : null;
}

/** The organisation for which a provider's planner or system sees what is put before it; null where nobody is one. */
export function providerOf(caller: Caller): string | null {
  return hasRole(caller, 'provider-planner', 'provider-system') ? organisationIdOf(caller) : null;
}

/** The professional that somebody is who sits at round tables; null where nobody does. */
export function memberOf(caller: Caller): string | null {
  const { professionalId = null } = caller;
  return hasRole(caller, 'ret-member') && professionalId !== null && isUuid(professionalId) ? professionalId : null;
}

/** Whether the caller belongs to an organisation as one who brings cases for it. */
export function belongsTo(caller: Caller, organisationId: string | null): boolean {
  return organisationId !== null && sightOf(caller).organisationId === organisationId;
}
