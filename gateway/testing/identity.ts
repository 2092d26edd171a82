import { createLocalJWKSet, exportJWK, generateKeyPair, SignJWT, type CryptoKey } from 'jose';

export const issuer = 'https://identity.test';
export const audience = 'thuisbasis';

export const callerPair = await generateKeyPair('EdDSA', { extractable: true });
export const gatewayPair = await generateKeyPair('EdDSA', { extractable: true });

export const jwks = { keys: [{ ...(await exportJWK(callerPair.publicKey)), kid: 'test', alg: 'EdDSA', use: 'sig' }] };
export const callerKeys = createLocalJWKSet(jwks);

export const brokerClaims = { sub: 'broker-1', roles: ['care-broker'], region: 'flevoland' };

interface TokenChanges {
  readonly header?: Readonly<Record<string, unknown>>;
  readonly claims?: Readonly<Record<string, unknown>>;
  readonly key?: CryptoKey | Uint8Array;
}

/** A token that holds, but for what is changed. A change to undefined leaves the claim out. */
export async function token({
  header = {},
  claims = {},
  key = callerPair.privateKey,
}: TokenChanges = {}): Promise<string> {
  const now = Math.floor(Date.now() / 1000);
  const payload = { iss: issuer, aud: audience, iat: now, exp: now + 300, ...brokerClaims, ...claims };
  return new SignJWT(payload)
    .setProtectedHeader({ alg: 'EdDSA', typ: 'at+jwt', kid: 'test', ...header })
    .sign(key, { crit: { x: true } });
}
