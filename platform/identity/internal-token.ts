import { createHash, randomUUID } from 'node:crypto';
import { generateSecret, jwtVerify, SignJWT, type CryptoKey } from 'jose';
import { isRole, type Caller, type Role } from './caller.js';
import { isScope } from './scopes.js';
import { isPurpose, purposesOf, type Purpose } from './purpose.js';
import { HubError } from '../errors/errors.js';

const issuer = 'thuisbasis-gateway';
const type = 'hub+jwt';
const lifetimeSeconds = 30;
/** Two hosts rarely have quite the same time. */
const clockToleranceSeconds = 5;

/** SHA-256 of a request body, base64url: binds a token to the one request that it was made for. */
export function bodyHash(body: string): string {
  return createHash('sha256').update(body).digest('base64url');
}

/** A key for both sides where they are one process: made anew, never leaving it, and a small part of the work of a key pair. */
export function ownKey(): Promise<CryptoKey> {
  return generateSecret('HS256');
}

/** The key says how a token is signed, and no token does: HMAC-SHA-256 within one process, EdDSA between processes. */
function algorithmFor(key: CryptoKey): 'HS256' | 'EdDSA' {
  return key.type === 'secret' ? 'HS256' : 'EdDSA';
}

/** The gateway's word to one subgraph about who is asking: signed, 30 s, for this audience and this body only. */
export async function signInternalToken(
  key: CryptoKey,
  audience: string,
  caller: Caller,
  body: string,
): Promise<string> {
  const claims = {
    roles: caller.roles,
    org: caller.organisationId,
    region: caller.region,
    apt: caller.accessPoint,
    scp: caller.scopes ?? undefined,
    pro: caller.professionalId ?? undefined,
    sfa: caller.secondFactorAt?.toISOString(),
    liv: caller.isLive,
    pur: caller.purpose,
    opn: caller.operation?.name,
    oph: caller.operation?.hash,
    lang: caller.language,
    rid: caller.requestId,
    bh: bodyHash(body),
  };
  return new SignJWT(claims)
    .setProtectedHeader({ alg: algorithmFor(key), typ: type })
    .setIssuer(issuer)
    .setSubject(caller.subject)
    .setAudience(audience)
    .setJti(randomUUID())
    .setIssuedAt()
    .setExpirationTime(`${lifetimeSeconds}s`)
    .sign(key);
}

/** The caller in an `Authorization: Bearer` header from the gateway. Throws UNAUTHENTICATED for anything else. */
export async function verifyInternalToken(
  key: CryptoKey,
  audience: string,
  authorization: string | undefined,
  body: string,
): Promise<Caller> {
  const token = /^Bearer (\S+)$/.exec(authorization ?? '')?.[1];
  if (token === undefined) throw new HubError('UNAUTHENTICATED');
  const claims = await verifiedClaims(key, audience, token);
  if (claims['bh'] !== bodyHash(body)) throw new HubError('UNAUTHENTICATED');
  return toCaller(claims);
}

async function verifiedClaims(key: CryptoKey, audience: string, token: string): Promise<Record<string, unknown>> {
  try {
    const options = {
      issuer,
      audience,
      algorithms: [algorithmFor(key)],
      typ: type,
      maxTokenAge: lifetimeSeconds,
      clockTolerance: clockToleranceSeconds,
    };
    return (await jwtVerify(token, key, options)).payload;
  } catch {
    throw new HubError('UNAUTHENTICATED');
  }
}

function toCaller(claims: Record<string, unknown>): Caller {
  const text = (name: string): string | null => (typeof claims[name] === 'string' ? claims[name] : null);
  const roles = Array.isArray(claims['roles']) ? claims['roles'].filter(isRole) : [];
  const hash = text('oph');
  const [secondFactorAt, professionalId] = [text('sfa'), text('pro')];
  return {
    subject: text('sub') ?? '',
    roles,
    organisationId: text('org'),
    region: text('region'),
    accessPoint: text('apt') ?? refuse(),
    scopes: toScopes(claims['scp']),
    ...(professionalId !== null && { professionalId }),
    ...(secondFactorAt !== null && { secondFactorAt: new Date(secondFactorAt) }),
    ...(claims['liv'] === true && { isLive: true }),
    purpose: toPurpose(claims['pur'], roles),
    operation: hash === null ? null : { name: text('opn'), hash },
    language: text('lang') === 'en' ? 'en' : 'nl',
    requestId: text('rid') ?? '',
  };
}

function refuse(): never {
  throw new HubError('UNAUTHENTICATED');
}

/** A purpose that no role of the caller has was not let in by the gateway. */
function toPurpose(claim: unknown, roles: readonly Role[]): Purpose {
  return isPurpose(claim) && purposesOf(roles).includes(claim) ? claim : refuse();
}

/** What is there and is no list of scopes gives none. */
function toScopes(claim: unknown): Caller['scopes'] {
  if (claim === undefined) return null;
  return Array.isArray(claim) ? claim.filter((one) => typeof one === 'string').filter(isScope) : [];
}
