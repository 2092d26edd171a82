import { decodeJwt, errors, jwtVerify, type JWTPayload, type JWTVerifyGetKey } from 'jose';
import type { Caller, Role } from '../../platform/identity/caller.js';
import { purposesOf, usualPurpose, type Purpose } from '../../platform/identity/purpose.js';
import { isMachineRole, isScope } from '../../platform/identity/scopes.js';
import { HubError, type Language } from '../../platform/errors/errors.js';
import { isRecord } from '../subgraph-link/read-result.js';
import { readCaller, readPerson, shortText, userIdOf, type KnownCaller } from './caller-claims.js';
import { checkSenderProof, type ProvenRequest, type SenderRules } from './sender-proof.js';

/** Whose tokens are believed: who issued them, and with which keys. */
export interface IssuerRules {
  /** The keys of the identity provider, local or remote. */
  readonly callerKeys: JWTVerifyGetKey;
  readonly issuer: string;
}

/** The hub's own issuer: its tokens are bound to their sender, and hold as long as their client is registered. */
export interface MachineIssuer extends IssuerRules {
  /** Whether a client may call now. Rejects when that cannot be known. */
  isRegistered(clientId: string): Promise<boolean>;
}

export interface TokenRules extends IssuerRules {
  readonly audience: string;
  /** Without it no system can call with a token of the hub's own. */
  readonly machines?: MachineIssuer;
  /** Without it no token that is bound to its sender is believed. */
  readonly senders?: SenderRules;
}

/** What the request itself says of its caller, besides the token. */
export interface Asker {
  readonly language: Language;
  readonly requestId: string;
  /** Why the caller looks, where the request says so. */
  readonly purpose: Purpose | null;
  /** Whether it was handed on to the lane for bulk. */
  readonly isBulkLane?: boolean;
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
const longestToken = 8_000;

/**
 * Who is calling, from an `Authorization` header: `Bearer`, or `DPoP` with a proof for a token that is bound to its sender. Throws
 * UNAUTHENTICATED without a token that holds, SENDER_PROOF_INVALID without the proof that it needs, FORBIDDEN when it carries no role
 * of the hub (signing in again would not help), PURPOSE_NOT_ALLOWED when its roles do not look for what the request says,
 * IDENTITY_UNAVAILABLE when the keys or the registration cannot be had.
 */
export async function authenticate(
  rules: TokenRules,
  authorization: string | undefined,
  asker: Asker,
  request?: ProvenRequest,
): Promise<Caller> {
  const [, scheme, token] = /^(Bearer|DPoP) +([\w.~+/-]+=*)$/i.exec(authorization ?? '') ?? [];
  if (scheme === undefined || token === undefined || token.length > longestToken) return refuse();
  const claims = await verify(rules, token);
  await checkSender(rules, { token, scheme: scheme.toLowerCase(), claims, request });
  const { machines } = rules;
  if (!machines || claims.iss !== machines.issuer)
    return callerAsked(readPerson(claims, userIdOf(rules.issuer, claims)), asker, wayOf(claims), scopesIn(claims));
  const clientId = await registeredClient(machines, claims);
  return callerAsked(readCaller(claims, clientId), asker, `client:${clientId}`, scopesIn(claims) ?? []);
}

/** Somebody who is known, with what the request says of itself and by which way it came. Throws PURPOSE_NOT_ALLOWED. */
export function callerAsked(
  known: KnownCaller,
  { isBulkLane, ...asker }: Asker,
  way: string,
  scopes: Caller['scopes'] = null,
): Caller {
  const accessPoint = isBulkLane ? `lane/${way}` : way;
  return {
    ...known,
    ...asker,
    accessPoint,
    scopes: known.roles.every(isMachineRole) ? scopes : null,
    purpose: asker.purpose === null ? usualPurpose(known.roles) : ownPurpose(known.roles, asker.purpose),
    operation: null,
  };
}

/** A purpose that a role has. Throws PURPOSE_NOT_ALLOWED for one that is known and another's, naming those that would do. */
function ownPurpose(roles: readonly Role[], purpose: Purpose): Purpose {
  const own = purposesOf(roles);
  if (!own.includes(purpose)) throw new HubError('PURPOSE_NOT_ALLOWED', { expected: own.join(', ') });
  return purpose;
}

/** What a token is for, where its issuer tells in words of the hub; what stands there and is no text is for nothing. */
function scopesIn({ scope }: JWTPayload): Caller['scopes'] {
  if (scope === undefined) return null;
  const known = typeof scope === 'string' ? scope.split(' ').filter(isScope) : [];
  return typeof scope === 'string' && known.length === 0 ? null : known;
}

/** The client that got a token, where its issuer tells. */
function wayOf(claims: JWTPayload): string {
  const client = shortText(claims['client_id']) ?? shortText(claims['azp']);
  return client === null ? 'token' : `client:${client}`;
}

async function verify(rules: TokenRules, token: string): Promise<JWTPayload> {
  const { callerKeys, issuer } = issuerOf(rules, token);
  const { payload, protectedHeader } = await jwtVerify(token, reachable(callerKeys), {
    issuer,
    audience: rules.audience,
    algorithms,
    maxTokenAge,
    clockTolerance: clockToleranceSeconds,
    requiredClaims: ['sub', 'iat', 'exp'],
  }).catch((error: unknown) => (error instanceof HubError ? raise(error) : refuse()));
  return types.has(String(protectedHeader.typ).toLowerCase()) ? payload : refuse();
}

/** The issuer that a token names says only by whose keys it must hold. */
function issuerOf(rules: TokenRules, token: string): IssuerRules {
  try {
    const { machines } = rules;
    return machines && decodeJwt(token).iss === machines.issuer ? machines : rules;
  } catch {
    return refuse();
  }
}

interface Sent {
  readonly token: string;
  readonly scheme: string;
  readonly claims: JWTPayload;
  readonly request: ProvenRequest | undefined;
}

/** A bound token is of no use without proof, and only a bound one comes with a proof: nobody can strip what protects it. */
async function checkSender({ machines, senders }: TokenRules, { token, scheme, claims, request }: Sent): Promise<void> {
  const confirmation = claims['cnf'];
  if (confirmation === undefined) {
    if (scheme !== 'bearer' || claims.iss === machines?.issuer) refuse();
    return;
  }
  const thumbprint = isRecord(confirmation) ? confirmation['jkt'] : null;
  if (scheme !== 'dpop' || typeof thumbprint !== 'string' || !senders || !request)
    throw new HubError('SENDER_PROOF_INVALID');
  await checkSenderProof(senders, { token, thumbprint }, request);
}

/** The id of the client that a token of the hub's own is for, if it may call now. */
async function registeredClient(machines: MachineIssuer, claims: JWTPayload): Promise<string> {
  const clientId = shortText(claims['client_id']) ?? refuse();
  const isRegistered = await machines.isRegistered(clientId).catch(() => raise(new HubError('IDENTITY_UNAVAILABLE')));
  return isRegistered ? clientId : refuse();
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
