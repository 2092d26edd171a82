import type { Role } from '../platform/identity/caller.js';
import { organisationByKey } from '../infra/demonstration/organisations.js';
import { secondFactorClaims, tokenClaims, type TokenClaims } from '../infra/identity/token-claims.js';

/** Somebody who asks the hub something in a test. */
export interface Actor {
  readonly role: Role;
  /** Key of an organisation of the demonstration region; without it the first that fits the role. */
  readonly organisation?: string;
  /** Key of a youth region; without it Flevoland, where the role has a region. */
  readonly region?: string;
  /** How many minutes ago a second factor was shown; without it none was. */
  readonly secondFactorMinutesAgo?: number;
  /** Whose subject it has, where several of one role are told apart. */
  readonly subject?: string;
  /** What the token of a system is for; for everything without it. */
  readonly scope?: string;
}

export const broker: Actor = { role: 'care-broker' };

export function claimsOf({
  role,
  organisation,
  region,
  secondFactorMinutesAgo: ago,
  subject,
  scope,
}: Actor): TokenClaims {
  const claims = tokenClaims(role, {
    ...(organisation !== undefined && { organisation: organisationByKey(organisation) }),
    ...(region !== undefined && { region }),
  });
  return {
    ...claims,
    ...(subject !== undefined && { sub: subject }),
    ...(scope !== undefined && { scope }),
    ...(ago !== undefined && secondFactorClaims(new Date(Date.now() - ago * 60_000))),
  };
}
