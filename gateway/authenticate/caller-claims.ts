import type { JWTPayload } from 'jose';
import { isRole, type Caller } from '../../platform/identity/caller.js';
import { HubError } from '../../platform/errors/errors.js';
import { isUnwritable } from '../../platform/input/free-text.js';
import { isUuid } from '../../platform/input/identifiers.js';
import { secondFactorAt } from './second-factor.js';

/** Who somebody is, as a token says it: everything of a caller that outlives the request. */
export type KnownCaller = Pick<
  Caller,
  'subject' | 'roles' | 'organisationId' | 'region' | 'professionalId' | 'secondFactorAt'
>;

/** Under which names an identity provider says it. */
export interface ClaimNames {
  readonly roles: string;
  readonly organisation: string;
  readonly region: string;
  readonly professional: string;
  /** The values of `acr` that mean a second factor, where `amr` does not say so. */
  readonly secondFactorLevels?: readonly string[];
}

export const usualClaimNames: ClaimNames = {
  roles: 'roles',
  organisation: 'organisation',
  region: 'region',
  professional: 'professional',
};

const longestClaim = 200;

/**
 * Reads who somebody is, besides their name in the hub, from verified claims. Throws FORBIDDEN without a role of the hub (signing in again would not help),
 * UNAUTHENTICATED when a claim is there and does not hold.
 */
export function readCaller(claims: JWTPayload, subject: string, names: ClaimNames = usualClaimNames): KnownCaller {
  const told = claims[names.roles];
  const roles = Array.isArray(told) ? told.filter(isRole) : [];
  if (roles.length === 0) throw new HubError('FORBIDDEN');
  return {
    subject,
    roles: [...new Set(roles)],
    organisationId: optional(inSmallLetters(claims[names.organisation]), isUuid),
    region: optional(claims[names.region], isRegionKey),
  };
}

/** The same of a person, who may be a professional of the hub, and may have shown a second factor. */
export function readPerson(claims: JWTPayload, subject: string, names: ClaimNames = usualClaimNames): KnownCaller {
  const at = secondFactorAt(claims, names.secondFactorLevels);
  const professionalId = optional(inSmallLetters(claims[names.professional]), isUuid);
  return {
    ...readCaller(claims, subject, names),
    ...(professionalId !== null && { professionalId }),
    ...(at && { secondFactorAt: at }),
  };
}

/** The one name of a user: two issuers may give out the same subject, to different people. No two pairs give the same name. */
export function userIdOf(issuer: string, claims: JWTPayload): string {
  return `${issuer.replaceAll('%', '%25').replaceAll('#', '%23')}#${shortText(claims.sub) ?? refuse()}`;
}

/** A claim that is a text of bearable length, and that a database can keep; null for any other. */
export function shortText(claim: unknown): string | null {
  if (typeof claim !== 'string' || claim === '' || claim.length > longestClaim) return null;
  return isUnwritable(claim) ? null : claim;
}

/** Identity providers write identifiers in either case; the hub has one. */
function inSmallLetters(claim: unknown): unknown {
  return typeof claim === 'string' ? claim.toLowerCase() : claim;
}

function isRegionKey(text: string): boolean {
  return /^[a-z0-9-]{1,60}$/.test(text);
}

/** A claim that is there must hold: one that does not would otherwise read as none, and none may mean more. */
function optional(claim: unknown, holds: (text: string) => boolean): string | null {
  if (claim === undefined || claim === null) return null;
  return typeof claim === 'string' && holds(claim) ? claim : refuse();
}

function refuse(): never {
  throw new HubError('UNAUTHENTICATED');
}
