import { createHash, randomUUID } from 'node:crypto';
import { calculateJwkThumbprint, exportJWK, generateKeyPair, SignJWT, type CryptoKey, type JWK } from 'jose';
import type { MachineClient } from '../machines/machine-client.js';

type Changes = Readonly<Record<string, unknown>>;

/** A key pair with what a proof or a registration says of it. */
export interface TestKey {
  readonly privateKey: CryptoKey;
  readonly publicJwk: JWK;
  readonly thumbprint: string;
  readonly alg: string;
}

export async function testKey(alg = 'ES256'): Promise<TestKey> {
  const { publicKey, privateKey } = await generateKeyPair(alg, { extractable: true });
  const publicJwk = await exportJWK(publicKey);
  return { privateKey, publicJwk, thumbprint: await calculateJwkThumbprint(publicJwk), alg };
}

/** The registration of a client with this key. */
export function registered(
  id: string,
  { publicJwk, alg }: TestKey,
  changes: Partial<MachineClient> = {},
): MachineClient {
  return {
    id,
    label: 'a system',
    organisationId: '20000000-0000-4000-8000-000000000001',
    region: null,
    roles: ['provider-system'],
    publicKeys: { keys: [{ ...publicJwk, kid: 'own', alg, use: 'sig' }] },
    ...changes,
  };
}

export interface ProofWish {
  readonly method?: string;
  readonly url: string;
  readonly token?: string;
  readonly claims?: Changes;
  readonly header?: Changes;
}

/** A DPoP proof that holds, but for what is changed. */
export async function proof(key: TestKey, { method = 'POST', url, token, claims, header }: ProofWish): Promise<string> {
  const ath = token === undefined ? {} : { ath: createHash('sha256').update(token).digest('base64url') };
  return new SignJWT({ jti: randomUUID(), htm: method, htu: url, iat: seconds(), ...ath, ...claims })
    .setProtectedHeader({ alg: key.alg, typ: 'dpop+jwt', jwk: key.publicJwk, ...header })
    .sign(key.privateKey);
}

export interface AssertionWish {
  readonly claims?: Changes;
  readonly header?: Changes;
  readonly key?: CryptoKey | Uint8Array;
}

/** An assertion of a client that holds, but for what is changed. */
export async function assertion(id: string, key: TestKey, issuer: string, wish: AssertionWish = {}): Promise<string> {
  const own = { iss: id, sub: id, aud: issuer, jti: randomUUID(), iat: seconds(), exp: seconds() + 60 };
  return new SignJWT({ ...own, ...wish.claims })
    .setProtectedHeader({ alg: key.alg, kid: 'own', ...wish.header })
    .sign(wish.key ?? key.privateKey);
}

export function seconds(): number {
  return Math.floor(Date.now() / 1_000);
}
