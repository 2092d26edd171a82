import { errors, jwtVerify, type JWTPayload, type JWTVerifyGetKey } from 'jose';
import { isRole, type Caller } from '../../platform/identity/caller.js';
import { usualPurpose, type Purpose } from '../../platform/identity/purpose.js';
import { HubError, type Language } from '../../platform/errors/errors.js';
import { isUuid } from '../../platform/input/identifiers.js';

export interface TokenRules {
  /** The keys of the identity provider, local or remote. */
  readonly callerKeys: JWTVerifyGetKey;
  readonly issuer: string;
  readonly audience: string;
}

/** What the request itself says of its caller, besides the token. */
export interface Asker {
  readonly language: Language;
  readonly requestId: string;
  /** Why the caller looks, where the request says so. */
  readonly purpose: Purpose | null;
}

/** Asymmetric only: with a key set of public keys nothing else can be meant. Each key serves its own algorithm. */
const algorithms = ['EdDSA', 'ES256', 'PS256', 'RS256'];
const types: ReadonlySet<string> = new Set(['at+jwt', 'application/at+jwt', 'jwt']);
const noKeyForToken: ReadonlySet<unknown> = new Set([
  errors.JWKSNoMatchingKey.code,
  errors.JWKSMultipleMatchingKeys.code,
  errors.JOSENotSupported.code,
]);
const maxTokenAge = '1h';
const clockToleranceSeconds = 5;
const longestClaim = 200;

/**
 * Who is calling, from an `Authorization` header. Throws UNAUTHENTICATED without a token that holds, FORBIDDEN when it carries
 * no role of the hub (signing in again would not help), IDENTITY_UNAVAILABLE when the keys cannot be had.
 */
export async function authenticate(
  rules: TokenRules,
  authorization: string | undefined,
  asker: Asker,
): Promise<Caller> {
  const token = /^Bearer +([\w.~+/-]+=*)$/i.exec(authorization ?? '')?.[1];
  if (token === undefined) throw new HubError('UNAUTHENTICATED');
  const claims = await verify(rules, token);
  const roles = Array.isArray(claims['roles']) ? claims['roles'].filter(isRole) : [];
  const [first] = roles;
  if (first === undefined) throw new HubError('FORBIDDEN');
  return {
    subject: shortText(claims.sub) ?? refuse(),
    roles: [...new Set(roles)],
    organisationId: optional(claims['organisation'], isUuid),
    region: optional(claims['region'], isRegionKey),
    ...asker,
    purpose: asker.purpose ?? usualPurpose(first),
    operation: null,
  };
}

async function verify({ callerKeys, issuer, audience }: TokenRules, token: string): Promise<JWTPayload> {
  const { payload, protectedHeader } = await jwtVerify(token, reachable(callerKeys), {
    issuer,
    audience,
    algorithms,
    maxTokenAge,
    clockTolerance: clockToleranceSeconds,
    requiredClaims: ['sub', 'iat', 'exp'],
  }).catch((error: unknown) => (error instanceof HubError ? raise(error) : refuse()));
  return types.has(String(protectedHeader.typ).toLowerCase()) ? payload : refuse();
}

/** A key set without the token's key is the token's fault; a key set that cannot be had is not. */
function reachable(keys: JWTVerifyGetKey): JWTVerifyGetKey {
  return async (header, token) => {
    try {
      return await keys(header, token);
    } catch (error) {
      throw noKeyForToken.has((error as { code?: unknown }).code) ? error : new HubError('IDENTITY_UNAVAILABLE');
    }
  };
}

function raise(error: Error): never {
  throw error;
}

function refuse(): never {
  throw new HubError('UNAUTHENTICATED');
}

function shortText(claim: unknown): string | null {
  return typeof claim === 'string' && claim !== '' && claim.length <= longestClaim ? claim : null;
}

function isRegionKey(text: string): boolean {
  return /^[a-z0-9-]{1,60}$/.test(text);
}

/** A claim that is there must hold: one that does not would otherwise read as none, and none may mean more. */
function optional(claim: unknown, holds: (text: string) => boolean): string | null {
  if (claim === undefined || claim === null) return null;
  return typeof claim === 'string' && holds(claim) ? claim : refuse();
}
