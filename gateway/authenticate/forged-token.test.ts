import { createHmac, createPublicKey } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { base64url, createLocalJWKSet, exportJWK, generateKeyPair, SignJWT, type JWTVerifyGetKey } from 'jose';
import { audience, brokerClaims, callerKeys, callerPair, issuer, jwks, token } from '../testing/identity.js';
import { authenticate } from './authenticate.js';

const asker = { language: 'nl', requestId: 'r1', purpose: null } as const;
const seconds = (): number => Math.floor(Date.now() / 1_000);
const claims = { iss: issuer, aud: audience, iat: seconds(), exp: seconds() + 300, ...brokerClaims };

async function outcome(sent: string, keys: JWTVerifyGetKey = callerKeys): Promise<unknown> {
  return authenticate({ callerKeys: keys, issuer, audience }, `Bearer ${sent}`, asker).catch(
    (error: unknown) => (error as { code: string }).code,
  );
}

function part(value: unknown): string {
  return base64url.encode(typeof value === 'string' ? value : JSON.stringify(value));
}

/** A token whose parts are text as it is given; signed with the key of the identity provider. */
async function signedText(header: string, payload: string): Promise<string> {
  const text = `${base64url.encode(header)}.${base64url.encode(payload)}`;
  const signature = await crypto.subtle.sign('Ed25519', callerPair.privateKey, new TextEncoder().encode(text));
  return `${text}.${base64url.encode(new Uint8Array(signature))}`;
}

describe('a token without a signature', () => {
  it.each(['none', 'None', 'NONE', 'nOnE', '', null, undefined, 'EdDSA'])(
    'is refused with the algorithm %j',
    async (alg) => {
      const text = `${part({ alg, typ: 'at+jwt', kid: 'test' })}.${part(claims)}`;
      for (const signature of ['', 'AA', part('x'.repeat(64)), base64url.encode(new Uint8Array(64))])
        expect(await outcome(`${text}.${signature}`)).toBe('UNAUTHENTICATED');
    },
  );

  it.each([
    ['zeros', new Uint8Array(64)],
    ['zero and one', Uint8Array.from({ length: 64 }, (_, index) => Number(index % 32 === 31))],
  ])('is refused when it is %s for a curve on which that once held', async (_what, signature) => {
    const { publicKey } = await generateKeyPair('ES256');
    const keys = createLocalJWKSet({ keys: [{ ...(await exportJWK(publicKey)), kid: 'curve', alg: 'ES256' }] });
    const text = `${part({ alg: 'ES256', typ: 'at+jwt', kid: 'curve' })}.${part(claims)}`;
    expect(await outcome(`${text}.${base64url.encode(signature)}`, keys)).toBe('UNAUTHENTICATED');
  });
});

describe('a public key used as a secret', () => {
  const pem = createPublicKey({ key: jwks.keys[0] as never, format: 'jwk' });
  const forms: readonly (readonly [string, string | Buffer])[] = [
    ['as PEM', pem.export({ type: 'spki', format: 'pem' })],
    ['as DER', pem.export({ type: 'spki', format: 'der' })],
    ['as its bytes', Buffer.from(jwks.keys[0]?.x ?? '', 'base64url')],
    ['as nothing', ''],
  ];
  it.each(forms)('opens nothing %s', async (_form, secret) => {
    for (const alg of ['HS256', 'HS384', 'HS512']) {
      const text = `${part({ alg, typ: 'at+jwt', kid: 'test' })}.${part(claims)}`;
      const signature = createHmac(alg.replace('HS', 'sha'), secret).update(text).digest('base64url');
      expect(await outcome(`${text}.${signature}`)).toBe('UNAUTHENTICATED');
    }
  });
});

describe('a token that was signed by the identity provider', () => {
  it.each([
    `${issuer}/`,
    issuer.toUpperCase(),
    `${issuer}.attacker.example`,
    `${issuer}\u200b`,
    issuer.replace('i', '\u0456'),
    [issuer],
    { [issuer]: issuer },
  ])('is refused with an issuer that only looks like it: %j', async (iss) => {
    expect(await outcome(await token({ claims: { iss } }))).toBe('UNAUTHENTICATED');
  });

  it.each([
    [[]],
    [['elsewhere']],
    [[`${audience} `]],
    [audience.toUpperCase()],
    [{ 0: audience }],
    [`${audience},elsewhere`],
  ])('is refused for the audience %j', async (aud) => {
    expect(await outcome(await token({ claims: { aud } }))).toBe('UNAUTHENTICATED');
  });

  it('may be for several audiences, of which the hub is one', async () => {
    expect(await outcome(await token({ claims: { aud: ['elsewhere', audience] } }))).toMatchObject({
      region: 'flevoland',
    });
  });

  it.each([
    ['exp', 'never'],
    ['exp', '9999999999'],
    ['exp', -1],
    ['iat', '0'],
    ['iat', 1e12],
    ['nbf', 'now'],
    ['sub', 7],
    ['sub', ['a']],
  ])('is refused when its %s is %j', async (name, value) => {
    expect(await outcome(await token({ claims: { [name]: value } }))).toBe('UNAUTHENTICATED');
  });

  it.each([
    [{ b64: false, crit: ['b64'] }],
    [{ crit: [] }],
    [{ crit: ['exp'] }],
    [{ zip: 'DEF', crit: ['zip'] }],
    [{ typ: 'dpop+jwt' }],
    [{ typ: 'secevent+jwt' }],
    [{ typ: 7 }],
  ])('is refused with the header %j', async (header) => {
    const text = await signedText(
      JSON.stringify({ alg: 'EdDSA', typ: 'at+jwt', kid: 'test', ...header }),
      JSON.stringify(claims),
    );
    expect(await outcome(text)).toBe('UNAUTHENTICATED');
  });

  it('is read once: of a claim that stands there twice one value counts, for every check', async () => {
    const payload = JSON.stringify({ ...claims, region: 'flevoland' });
    const twice = payload.replace('{', '{"region":"region-2","iss":"https://elsewhere.test",');
    expect(await outcome(await signedText('{"alg":"EdDSA","typ":"at+jwt","kid":"test"}', twice))).toMatchObject({
      region: 'flevoland',
    });
  });

  it.each(['null', '[]', '"text"', '7', '{', ''])('is refused when what it says is %s', async (payload) => {
    expect(await outcome(await signedText('{"alg":"EdDSA","typ":"at+jwt","kid":"test"}', payload))).toBe(
      'UNAUTHENTICATED',
    );
  });

  it.each([
    ['__proto__'],
    ['constructor'],
    [{ roles: ['care-broker'] }],
    [['care-broker', { toString: 'operator' }, ['operator'], 'Operator', 'operator ']],
  ])('gives no role by %j', async (roles) => {
    const seen = await outcome(await token({ claims: { roles } }));
    if (seen !== 'FORBIDDEN') expect(seen).toMatchObject({ roles: ['care-broker'] });
  });
});

describe('a token of five parts, and one within another', () => {
  it('is refused', async () => {
    const whole = await token();
    const within = await new SignJWT({ ...claims, token: whole })
      .setProtectedHeader({ alg: 'EdDSA', typ: 'JWT', cty: 'JWT', kid: 'unknown' })
      .sign(callerPair.privateKey);
    for (const sent of [`${whole}.a.b`, within, `.${whole}`, `${whole}.`, whole.replace('.', '..')])
      expect(await outcome(sent)).toBe('UNAUTHENTICATED');
  });
});
