import { describe, expect, it } from '@jest/globals';
import {
  base64url,
  createLocalJWKSet,
  createRemoteJWKSet,
  errors,
  exportJWK,
  generateKeyPair,
  SignJWT,
  type JWTVerifyGetKey,
} from 'jose';
import { audience, brokerClaims, callerKeys, gatewayPair, issuer, jwks, token } from '../testing/identity.js';
import { authenticate } from './authenticate.js';

const rules = { callerKeys, issuer, audience };
const asker = { language: 'nl', requestId: 'r1', purpose: null } as const;
const organisationId = '20000000-0000-4000-8000-000000000001';
const seconds = (): number => Math.floor(Date.now() / 1_000);

/** The code with which a header is refused, or the caller that it gives. */
async function outcome(authorization: string | undefined, keys: JWTVerifyGetKey = callerKeys): Promise<unknown> {
  return authenticate({ ...rules, callerKeys: keys }, authorization, asker).catch(
    (error: unknown) => (error as { code: string }).code,
  );
}

describe('a token that holds', () => {
  it('says who is calling', async () => {
    const claims = { roles: ['case-owner', 'care-broker'], organisation: organisationId, region: 'flevoland' };
    expect(await outcome(`Bearer ${await token({ claims })}`)).toEqual({
      subject: 'https://identity.test#broker-1',
      roles: ['case-owner', 'care-broker'],
      organisationId,
      region: 'flevoland',
      language: 'nl',
      requestId: 'r1',
      accessPoint: 'token',
      scopes: null,
      purpose: 'OWN_CASE',
      operation: null,
    });
  });

  it.each([
    [{ client_id: 'app-1', azp: 'app-2' }, 'client:app-1'],
    [{ azp: 'app-2' }, 'client:app-2'],
    [{ client_id: 'a\0' }, 'token'],
  ])('says by which client it came, where it tells: %j', async (claims, accessPoint) => {
    expect(await outcome(`Bearer ${await token({ claims })}`)).toMatchObject({ accessPoint });
  });

  it('says so when it came by the lane for bulk', async () => {
    const caller = await authenticate(rules, `Bearer ${await token()}`, { ...asker, isBulkLane: true });
    expect(caller).toMatchObject({ accessPoint: 'lane/token' });
  });

  it.each(['at+jwt', 'application/at+jwt', 'JWT', 'jwt'])('may be of type %s', async (typ) => {
    expect(await outcome(`Bearer ${await token({ header: { typ } })}`)).toMatchObject({
      subject: 'https://identity.test#broker-1',
    });
  });

  it('may come with the scheme in any case, and with a clock a few seconds off', async () => {
    const claims = { iat: seconds() + 3, exp: seconds() - 3 };
    expect(await outcome(`bearer ${await token({ claims })}`)).toMatchObject({
      subject: 'https://identity.test#broker-1',
    });
  });

  it.each(['ES256', 'PS256', 'RS256'])('may be signed with %s where the key set has such a key', async (alg) => {
    const { publicKey, privateKey } = await generateKeyPair(alg);
    const keys = createLocalJWKSet({ keys: [{ ...(await exportJWK(publicKey)), kid: 'k', alg }] });
    const signed = await token({ header: { alg, kid: 'k' }, key: privateKey });
    expect(await outcome(`Bearer ${signed}`, keys)).toMatchObject({ subject: 'https://identity.test#broker-1' });
    expect(await outcome(`Bearer ${signed}`)).toBe('UNAUTHENTICATED');
  });

  it.each([[['king']], [[]], ['care-broker'], [undefined], [[1, null]]])(
    'with the roles %j gives no way in',
    async (roles) => {
      expect(await outcome(`Bearer ${await token({ claims: { roles } })}`)).toBe('FORBIDDEN');
    },
  );

  it('loses the roles that the hub does not know', async () => {
    const caller = await outcome(`Bearer ${await token({ claims: { roles: ['king', 'analyst', 'analyst'] } })}`);
    expect(caller).toMatchObject({ roles: ['analyst'] });
  });

  it.each([
    ['organisation', 5],
    ['organisation', 'rietvink'],
    ['organisation', ''],
    ['region', ['flevoland']],
    ['region', { a: 1 }],
    ['region', ''],
    ['region', 'flevo\0land'],
    ['region', 'r'.repeat(61)],
  ])('does not hold when its %s is %j: a bad claim never reads as none', async (name, value) => {
    expect(await outcome(`Bearer ${await token({ claims: { roles: ['analyst'], [name]: value } })}`)).toBe(
      'UNAUTHENTICATED',
    );
  });
});

describe('what is not a token that holds', () => {
  it.each([
    ['nothing', undefined],
    ['an empty header', ''],
    ['another scheme', 'Basic dXNlcjpwYXNz'],
    ['no token', 'Bearer '],
    ['two tokens', 'Bearer a.b.c d.e.f'],
    ['rubbish', 'Bearer rubbish'],
    ['rubbish in three parts', 'Bearer a.b.c'],
    ['a line break', 'Bearer a.b.c\r\nx: y'],
    ['something huge', `Bearer ${'a'.repeat(9_000)}.b.c`],
  ])('is refused: %s', async (_what, authorization) => {
    expect(await outcome(authorization)).toBe('UNAUTHENTICATED');
  });

  it.each([
    ['of another issuer', { claims: { iss: 'https://elsewhere.test' } }],
    ['without issuer', { claims: { iss: undefined } }],
    ['for another audience', { claims: { aud: 'elsewhere' } }],
    ['without audience', { claims: { aud: undefined } }],
    ['that expired', { claims: { exp: seconds() - 10 } }],
    ['that never expires', { claims: { exp: undefined } }],
    ['of more than an hour ago', { claims: { iat: seconds() - 3_700, exp: seconds() + 300 } }],
    ['without time of issue', { claims: { iat: undefined } }],
    ['from the future', { claims: { iat: seconds() + 60 } }],
    ['that is not valid yet', { claims: { nbf: seconds() + 60 } }],
    ['without subject', { claims: { sub: undefined } }],
    ['with an empty subject', { claims: { sub: '' } }],
    ['with a subject that no database keeps', { claims: { sub: 'a\0b' } }],
    ['of the gateway to a subgraph', { header: { typ: 'hub+jwt' } }],
    ['of an identity (no type)', { header: { typ: undefined } }],
    ['of a logout', { header: { typ: 'logout+jwt' } }],
    ['with another key id', { header: { kid: 'other' } }],
    ['with SQL for a key id', { header: { kid: "' or 1=1 --" } }],
    ['with a key set elsewhere', { header: { kid: 'other', jku: 'https://attacker.test/keys' } }],
    ['with a path for a key id', { header: { kid: '../../dev/null' } }],
    ['with an extension that must be understood', { header: { crit: ['x'], x: 1 } }],
    ['signed by another', { key: gatewayPair.privateKey }],
  ])('is refused: a token %s', async (_what, changes) => {
    expect(await outcome(`Bearer ${await token(changes)}`)).toBe('UNAUTHENTICATED');
  });

  it('is refused: a token without signature', async () => {
    const [, payload] = (await token()).split('.');
    const header = base64url.encode(JSON.stringify({ alg: 'none', typ: 'at+jwt' }));
    expect(await outcome(`Bearer ${header}.${payload ?? ''}.`)).toBe('UNAUTHENTICATED');
  });

  it('is refused: a token whose claims were changed', async () => {
    const [header, payload, signature] = (await token()).split('.') as [string, string, string];
    const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as object;
    const changed = base64url.encode(JSON.stringify({ ...claims, roles: ['operator'] }));
    expect(await outcome(`Bearer ${header}.${changed}.${signature}`)).toBe('UNAUTHENTICATED');
  });

  it('is refused: a public key used as a secret', async () => {
    const secret = new TextEncoder().encode(JSON.stringify(jwks.keys[0]));
    const signed = await new SignJWT(brokerClaims).setProtectedHeader({ alg: 'HS256', kid: 'test' }).sign(secret);
    expect(await outcome(`Bearer ${signed}`)).toBe('UNAUTHENTICATED');
  });

  it('is refused: a token that brings its own key', async () => {
    const own = await generateKeyPair('EdDSA', { extractable: true });
    const jwk = await exportJWK(own.publicKey);
    const header = { jwk, jku: 'https://attacker.test/keys', x5u: 'https://attacker.test/cert' };
    expect(await outcome(`Bearer ${await token({ header, key: own.privateKey })}`)).toBe('UNAUTHENTICATED');
  });
});

describe('an identity provider that cannot be reached', () => {
  it.each([
    ['fails to connect', createRemoteJWKSet(new URL('http://127.0.0.1:1/keys'))],
    ['hangs', () => Promise.reject(new errors.JWKSTimeout())],
    ['answers with something else', () => Promise.reject(new errors.JOSEError('Expected 200 OK'))],
  ] as [string, JWTVerifyGetKey][])('is not the fault of the token: it %s', async (_what, keys) => {
    expect(await outcome(`Bearer ${await token()}`, keys)).toBe('IDENTITY_UNAVAILABLE');
  });

  it('does not hide a token that is wrong whatever the keys are', async () => {
    expect(await outcome('Bearer a.b.c', () => Promise.reject(new Error('down')))).toBe('UNAUTHENTICATED');
  });
});
