import { describe, expect, it } from '@jest/globals';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { proof, seconds, testKey, type ProofWish } from '../testing/machine.js';
import { checkSenderProof, type ProvenRequest } from './sender-proof.js';

const publicUrl = new URL('https://hub.example');
const key = await testKey();
const other = await testKey();
const token = 'the.access.token';
const address = 'https://hub.example/graphql';
const wish: ProofWish = { url: address, token };

/** The code with which a proof is refused, or null. */
async function outcome(sent: ProvenRequest['proof'], changes: Partial<ProvenRequest> = {}, isFirst = true) {
  const rules = { publicUrl, takeProof: () => Promise.resolve(isFirst) };
  const request = { method: 'POST', url: '/graphql', ...changes, proof: sent };
  return checkSenderProof(rules, { token, thumbprint: key.thumbprint }, request).then(
    () => null,
    (error: unknown) => (error as { code: string }).code,
  );
}

describe('a proof that holds', () => {
  it.each(['EdDSA', 'Ed25519', 'ES256', 'PS256'])('may be signed with %s', async (alg) => {
    const own = await testKey(alg);
    const rules = { publicUrl, takeProof: () => Promise.resolve(true) };
    const request = { method: 'POST', url: '/graphql', proof: await proof(own, wish) };
    await expect(checkSenderProof(rules, { token, thumbprint: own.thumbprint }, request)).resolves.toBeUndefined();
  });

  it('is made for an address without its query', async () => {
    const sent = await proof(key, { ...wish, method: 'GET', url: 'https://hub.example/export/hsds' });
    expect(await outcome(sent, { method: 'GET', url: '/export/hsds?region=flevoland' })).toBeNull();
  });

  it('may come with a clock a few seconds off', async () => {
    expect(await outcome(await proof(key, { ...wish, claims: { iat: seconds() + 4 } }))).toBeNull();
    expect(await outcome(await proof(key, { ...wish, claims: { iat: seconds() - 62 } }))).toBeNull();
  });
});

describe('what is refused', () => {
  it.each([
    ['nothing', undefined],
    ['an empty header', ''],
    ['rubbish', 'rubbish'],
    ['rubbish in three parts', 'a.b.c'],
    ['something huge', `${'a'.repeat(5_000)}.b.c`],
    ['two headers', ['a.b.c', 'a.b.c']],
  ])('%s', async (_what, sent) => {
    expect(await outcome(sent)).toBe('SENDER_PROOF_INVALID');
  });

  it.each([
    ['for another method', { method: 'GET' }],
    ['for another address', { url: 'https://hub.example/import' }],
    ['for another hub', { url: 'https://hub.elsewhere/graphql' }],
    ['for the hub without TLS', { url: 'http://hub.example/graphql' }],
    ['for no address', { url: 'graphql' }],
    ['with a name and password in the address', { url: 'https://a:b@hub.example/graphql' }],
    ['for another token', { token: 'another.access.token' }],
    ['for no token', { claims: { ath: undefined } }],
    ['of two minutes ago', { claims: { iat: seconds() - 120 } }],
    ['from the future', { claims: { iat: seconds() + 60 } }],
    ['without a time', { claims: { iat: undefined } }],
    ['without an id', { claims: { jti: undefined } }],
    ['with an empty id', { claims: { jti: '' } }],
    ['with an id that is no text', { claims: { jti: 5 } }],
    ['with a long id', { claims: { jti: 'x'.repeat(201) } }],
    ['of another type', { header: { typ: 'jwt' } }],
    ['without its key', { header: { jwk: undefined } }],
    ['with the key of another', { header: { jwk: other.publicJwk } }],
    ['with a key elsewhere', { header: { jwk: undefined, jku: 'https://attacker.test/keys' } }],
  ] as [string, Partial<ProofWish>][])('a proof %s', async (_what, changes) => {
    expect(await outcome(await proof(key, { ...wish, ...changes }))).toBe('SENDER_PROOF_INVALID');
  });

  it.each(['https://elsewhere.example/graphql', '//elsewhere.example/graphql', '/\\elsewhere.example/graphql'])(
    'a proof for another hub, where the request names that hub as well: %s',
    async (url) => {
      const sent = await proof(key, { ...wish, url: 'https://elsewhere.example/graphql' });
      expect(await outcome(sent, { url })).toBe('SENDER_PROOF_INVALID');
    },
  );

  it('a proof of another key, whole in itself', async () => {
    expect(await outcome(await proof(other, wish))).toBe('SENDER_PROOF_INVALID');
  });

  it('a proof that gives its private key away', async () => {
    const { privateKey } = await generateKeyPair('ES256', { extractable: true });
    const sent = await proof(key, { ...wish, header: { jwk: await exportJWK(privateKey) } });
    expect(await outcome(sent)).toBe('SENDER_PROOF_INVALID');
  });

  it('a proof signed with a secret', async () => {
    const sent = await new SignJWT({ jti: '1', htm: 'POST', htu: address })
      .setProtectedHeader({ alg: 'HS256', typ: 'dpop+jwt', jwk: { kty: 'oct' } })
      .setIssuedAt()
      .sign(new TextEncoder().encode('a secret of more than thirty-two bytes'));
    expect(await outcome(sent)).toBe('SENDER_PROOF_INVALID');
  });

  it('a proof that was seen before', async () => {
    expect(await outcome(await proof(key, wish), {}, false)).toBe('SENDER_PROOF_INVALID');
  });
});

it('says so when it cannot be known whether a proof was seen before', async () => {
  const rules = { publicUrl, takeProof: () => Promise.reject(new Error('no database')) };
  const request = { method: 'POST', url: '/graphql', proof: await proof(key, wish) };
  const checked = checkSenderProof(rules, { token, thumbprint: key.thumbprint }, request);
  await expect(checked).rejects.toMatchObject({ code: 'IDENTITY_UNAVAILABLE' });
});
