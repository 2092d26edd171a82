import { createHash } from 'node:crypto';
import { calculateJwkThumbprint, EmbeddedJWK, jwtVerify, type JWTPayload } from 'jose';
import { HubError } from '../../platform/errors/errors.js';
import { addressBelow } from '../http/requests/own-address.js';

/** What a token bound to its sender is checked with. */
export interface SenderRules {
  /** The address under which clients know the hub: a proof is made for it. */
  readonly publicUrl: URL;
  /** Takes a proof; false when it was taken before. */
  takeProof(parts: readonly string[], seconds: number): Promise<boolean>;
}

/** The request that a proof must be made for. */
export interface ProvenRequest {
  readonly method: string;
  /** Path with its query, as it was asked for. */
  readonly url: string;
  readonly proof: string | string[] | undefined;
}

/** A token and the thumbprint of the key that it is bound to. */
export interface BoundToken {
  readonly token: string;
  readonly thumbprint: string;
}

export const proofAlgorithms = ['EdDSA', 'Ed25519', 'ES256', 'PS256'];

const maxProofAgeSeconds = 60;
const clockToleranceSeconds = 5;
const longestProof = 4_000;
const longestId = 200;

/**
 * Checks a DPoP proof (RFC 9449, section 4.3): made with the key of the token, for this token, method and address, now, and only
 * once. Throws SENDER_PROOF_INVALID; IDENTITY_UNAVAILABLE when it cannot be known whether it was used before.
 */
export async function checkSenderProof(rules: SenderRules, bound: BoundToken, request: ProvenRequest): Promise<void> {
  const { payload, thumbprint } = await verifyProof(request.proof);
  const isFitting =
    thumbprint === bound.thumbprint &&
    payload['ath'] === createHash('sha256').update(bound.token).digest('base64url') &&
    payload['htm'] === request.method &&
    isSameAddress(payload['htu'], addressBelow(rules.publicUrl, request.url));
  if (!isFitting) refuse();
  const isFirst = await rules
    .takeProof([thumbprint, payload.jti ?? refuse()], maxProofAgeSeconds + 2 * clockToleranceSeconds)
    .catch(() => unavailable());
  if (!isFirst) refuse();
}

async function verifyProof(proof: unknown): Promise<{ payload: JWTPayload; thumbprint: string }> {
  if (typeof proof !== 'string' || proof.length > longestProof) return refuse();
  try {
    const { payload, protectedHeader } = await jwtVerify(proof, EmbeddedJWK, {
      typ: 'dpop+jwt',
      algorithms: proofAlgorithms,
      maxTokenAge: maxProofAgeSeconds,
      clockTolerance: clockToleranceSeconds,
      requiredClaims: ['jti', 'htm', 'htu', 'ath'],
    });
    const { jwk } = protectedHeader;
    if (jwk && isShortText(payload.jti)) return { payload, thumbprint: await calculateJwkThumbprint(jwk) };
  } catch {
    // falls through: whatever does not hold is refused alike
  }
  return refuse();
}

/** The query is no part of what a proof is made for. */
function isSameAddress(htu: unknown, asked: URL): boolean {
  if (typeof htu !== 'string' || !URL.canParse(htu)) return false;
  const told = new URL(htu);
  return (
    told.origin === asked.origin && told.pathname === asked.pathname && told.username === '' && told.password === ''
  );
}

function isShortText(text: unknown): boolean {
  return typeof text === 'string' && text !== '' && text.length <= longestId;
}

function refuse(): never {
  throw new HubError('SENDER_PROOF_INVALID');
}

function unavailable(): never {
  throw new HubError('IDENTITY_UNAVAILABLE');
}
