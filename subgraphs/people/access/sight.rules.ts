import { hasRole, type Caller } from '../../../platform/identity/caller.js';
import { isUuid } from '../../../platform/input/identifiers.js';
import { findRegion } from '../../../vocabulary/places/region.js';

/** By what a caller sees deployments: a broker those of the region, a case owner those for its own cases, a provider those of its own people. */
export interface Sight {
  readonly region: string | null;
  readonly ownerId: string | null;
  readonly providerId: string | null;
}

/** Region and organisation of the token, each as far as a role gives a right to it; where all are null nothing is seen. */
export function sightOf(caller: Caller): Sight {
  const organisationId = caller.organisationId !== null && isUuid(caller.organisationId) ? caller.organisationId : null;
  const region = caller.region === null ? null : (findRegion(caller.region)?.key ?? null);
  return {
    region: hasRole(caller, 'care-broker') ? region : null,
    ownerId: hasRole(caller, 'case-owner') ? organisationId : null,
    providerId: hasRole(caller, 'provider-planner', 'provider-system') ? organisationId : null,
  };
}
