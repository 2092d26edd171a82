import type { Role } from '../platform/identity/caller.js';
import { organisationByKey } from '../infra/demonstration/organisations.js';
import { tokenClaims, type TokenClaims } from '../infra/identity/token-claims.js';

/** Somebody who asks the hub something in a test. */
export interface Actor {
  readonly role: Role;
  /** Key of an organisation of the demonstration region; without it the first that fits the role. */
  readonly organisation?: string;
  /** Key of a youth region; without it Flevoland, where the role has a region. */
  readonly region?: string;
}

export const broker: Actor = { role: 'care-broker' };

export function claimsOf({ role, organisation, region }: Actor): TokenClaims {
  return tokenClaims(role, {
    ...(organisation !== undefined && { organisation: organisationByKey(organisation) }),
    ...(region !== undefined && { region }),
  });
}
