import { describe, expect, it } from '@jest/globals';
import { createLocalJWKSet, exportJWK, generateKeyPair } from 'jose';
import { audience, callerKeys, issuer, token as tokenOf } from '../testing/identity.js';
import { proof, testKey } from '../testing/machine.js';
import { authenticate, type TokenRules } from './authenticate.js';

const own = await generateKeyPair('EdDSA', { extractable: true });
const ownKeys = createLocalJWKSet({ keys: [{ ...(await exportJWK(own.publicKey)), kid: 'own', alg: 'EdDSA' }] });
const ownIssuer = 'https://hub.example/oauth';
const sender = await testKey();
const asker = { language: 'nl', requestId: 'r1', purpose: null } as const;

const rules: TokenRules = {
  callerKeys,
  issuer,
  audience,
  machines: {
    callerKeys: ownKeys,
    issuer: ownIssuer,
    isRegistered: (id) =>
      id === 'unknowable' ? Promise.reject(new Error('no database')) : Promise.resolve(id === 'client-1'),
  },
  senders: { publicUrl: new URL('https://hub.example'), takeProof: () => Promise.resolve(true) },
};

const machineClaims = {
  iss: ownIssuer,
  sub: 'client-1',
  client_id: 'client-1',
  roles: ['provider-system'],
  cnf: { jkt: sender.thumbprint },
};

async function machineToken(claims: object = {}): Promise<string> {
  return tokenOf({ header: { kid: 'own' }, claims: { ...machineClaims, ...claims }, key: own.privateKey });
}

/** The code with which a token is refused, or the caller that it gives; with a fitting proof unless told otherwise. */
async function outcome(scheme: string, token: string, believed = rules, hasProof = true): Promise<unknown> {
  const fitting = hasProof ? await proof(sender, { url: 'https://hub.example/graphql', token }) : undefined;
  const request = { method: 'POST', url: '/graphql', proof: fitting };
  return authenticate(believed, `${scheme} ${token}`, asker, request).catch(
    (error: unknown) => (error as { code: string }).code,
  );
}

describe('a token of the hub itself', () => {
  it('says which system calls', async () => {
    expect(await outcome('DPoP', await machineToken())).toMatchObject({
      subject: 'client-1',
      accessPoint: 'client:client-1',
      roles: ['provider-system'],
    });
  });

  it.each([
    [
      'what it was asked for',
      { scope: 'stats/region:read registers/capacity/holds:read' },
      ['stats/region:read', 'registers/capacity/holds:read'],
    ],
    ['nothing that the hub does not know', { scope: 'everything stats/region:read' }, ['stats/region:read']],
    ['nothing where it tells no scope', {}, []],
    ['nothing where its scope is no text', { scope: ['stats/region:read'] }, []],
  ])('is for %s', async (_what, claims, scopes) => {
    expect(await outcome('DPoP', await machineToken(claims))).toMatchObject({ scopes });
  });

  it('is of its client alone, whatever subject it names', async () => {
    expect(await outcome('DPoP', await machineToken({ sub: 'client-9' }))).toMatchObject({ subject: 'client-1' });
  });

  it.each([
    ['as a bearer token, with its proof', 'Bearer', {}, true, 'SENDER_PROOF_INVALID'],
    ['as a bearer token, without proof', 'Bearer', {}, false, 'SENDER_PROOF_INVALID'],
    ['without proof', 'DPoP', {}, false, 'SENDER_PROOF_INVALID'],
    ['bound to another key', 'DPoP', { cnf: { jkt: 'other' } }, true, 'SENDER_PROOF_INVALID'],
    ['bound to a certificate', 'DPoP', { cnf: { 'x5t#S256': 'x' } }, true, 'SENDER_PROOF_INVALID'],
    ['bound to nothing', 'DPoP', { cnf: {} }, true, 'SENDER_PROOF_INVALID'],
    ['bound to null', 'DPoP', { cnf: null }, true, 'SENDER_PROOF_INVALID'],
    ['not bound', 'DPoP', { cnf: undefined }, true, 'UNAUTHENTICATED'],
    ['not bound, as a bearer token', 'Bearer', { cnf: undefined }, false, 'UNAUTHENTICATED'],
    ['of a client that is not registered', 'DPoP', { client_id: 'client-2' }, true, 'UNAUTHENTICATED'],
    ['of no client', 'DPoP', { client_id: undefined }, true, 'UNAUTHENTICATED'],
    ['of a client that cannot be looked up', 'DPoP', { client_id: 'unknowable' }, true, 'IDENTITY_UNAVAILABLE'],
    ['of the other issuer', 'DPoP', { iss: issuer }, true, 'UNAUTHENTICATED'],
  ])('is refused %s', async (_what, scheme, claims, hasProof, code) => {
    expect(await outcome(scheme, await machineToken(claims), rules, hasProof)).toBe(code);
  });

  it('is refused where the hub issues none', async () => {
    expect(await outcome('DPoP', await machineToken(), { callerKeys, issuer, audience })).toBe('UNAUTHENTICATED');
  });
});

describe('a token of another issuer', () => {
  const bound = { claims: { cnf: { jkt: sender.thumbprint } } };

  it('that is bound to its sender needs the proof as well', async () => {
    expect(await outcome('DPoP', await tokenOf(bound))).toMatchObject({ subject: `${issuer}#broker-1` });
    expect(await outcome('DPoP', await tokenOf(bound), rules, false)).toBe('SENDER_PROOF_INVALID');
    expect(await outcome('Bearer', await tokenOf(bound))).toBe('SENDER_PROOF_INVALID');
    expect(await outcome('DPoP', await tokenOf(bound), { callerKeys, issuer, audience })).toBe('SENDER_PROOF_INVALID');
  });

  it.each([
    [
      'of a system that tells its scopes is for these',
      ['provider-system'],
      'stats/region:read x',
      ['stats/region:read'],
    ],
    ['of a system that tells none is bound by its roles', ['provider-system'], undefined, null],
    ['of a person is bound by its roles', ['care-broker'], 'openid', null],
  ])('%s', async (_what, roles, scope, scopes) => {
    expect(await outcome('Bearer', await tokenOf({ claims: { roles, scope } }))).toMatchObject({ scopes });
  });

  it('that is not bound is a bearer token and nothing else', async () => {
    expect(await outcome('Bearer', await tokenOf(), rules, false)).toMatchObject({ subject: `${issuer}#broker-1` });
    expect(await outcome('DPoP', await tokenOf())).toBe('UNAUTHENTICATED');
  });

  it('cannot speak for the issuer of the hub', async () => {
    expect(await outcome('DPoP', await tokenOf({ claims: machineClaims }))).toBe('UNAUTHENTICATED');
  });
});
