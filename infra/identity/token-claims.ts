import type { Role } from '../../platform/identity/caller.js';
import { flevoland } from '../../vocabulary/places/region.js';
import { employeeOf } from '../demonstration/people/professionals.js';
import { organisations, type DemonstrationOrganisation } from '../demonstration/organisations.js';

/** What a token says of its bearer, besides who issued it and until when. */
export interface TokenClaims {
  readonly sub: string;
  readonly roles: readonly Role[];
  /** Id of the bearer's organisation. */
  readonly organisation?: string;
  /** Key of the bearer's youth region. */
  readonly region?: string;
  /** Id of the professional that the bearer is. */
  readonly professional?: string;
  /** How the bearer showed who this is, and when, in seconds. */
  readonly amr?: readonly string[];
  readonly auth_time?: number;
  /** What the token of a system is for. */
  readonly scope?: string;
}

/** Where a role belongs: to an organisation of a kind, to a region, to neither. */
const places: Readonly<Record<Role, { kind?: DemonstrationOrganisation['kind']; isRegional?: boolean }>> = {
  'case-owner': { kind: 'LOCAL_ACCESS', isRegional: true },
  'care-broker': { isRegional: true },
  'ret-member': { isRegional: true },
  'provider-planner': { kind: 'CARE_PROVIDER' },
  'provider-system': { kind: 'CARE_PROVIDER' },
  analyst: { isRegional: true },
  'privacy-officer': { isRegional: true },
  operator: {},
  developer: {},
};

/** The professional who sits at the tables of the demonstration region. */
const tableMember = employeeOf('rietvink', 1);

/** What a token says of somebody who showed a second factor at a moment. */
export function secondFactorClaims(at: Date): Pick<TokenClaims, 'amr' | 'auth_time'> {
  return { amr: ['pwd', 'mfa'], auth_time: Math.floor(at.getTime() / 1_000) };
}

/** The claims of a demonstration user: without an organisation or region of its own, the first that fits the role. */
export function tokenClaims(
  role: Role,
  wishes: { readonly organisation?: DemonstrationOrganisation; readonly region?: string } = {},
): TokenClaims {
  const { kind, isRegional } = places[role];
  const organisation = wishes.organisation ?? organisations.find((candidate) => candidate.kind === kind);
  const region = wishes.region ?? (isRegional ? flevoland.key : undefined);
  return {
    sub: `demonstration-${role}`,
    roles: [role],
    ...(organisation && { organisation: organisation.id }),
    ...(region !== undefined && { region }),
    ...(role === 'ret-member' && { professional: tableMember.id }),
  };
}

/** The claims of a command that asks as such a user: its questions are its own, also where registered operations are in force. */
export function commandClaims(...[role, wishes]: Parameters<typeof tokenClaims>): TokenClaims {
  return { ...tokenClaims(role, wishes), roles: [role, 'developer'] };
}
