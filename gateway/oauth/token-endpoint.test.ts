import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { base64url, decodeJwt, decodeProtectedHeader } from 'jose';
import { freePort } from '../../infra/postgres/embedded.js';
import { cloneDatabase, type TestDatabase } from '../../test/database.js';
import { capturedLog } from '../testing/captured-log.js';
import { audience } from '../testing/identity.js';
import { openMachineHub, signingKey, type MachineHub, type TokenWish } from '../testing/machine-hub.js';
import { assertion, proof, registered, seconds, testKey, type AssertionWish } from '../testing/machine.js';

const key = await testKey();
const other = await testKey();
const log = capturedLog();
const publish = 'registers/capacity/offers:publish';
const organisationId = '20000000-0000-4000-8000-000000000001';
let database: TestDatabase;
let hub: MachineHub;

beforeAll(async () => {
  database = await cloneDatabase('empty');
  hub = await openMachineHub({ databaseUrl: database.url('gateway'), port: await freePort(), logger: log.logger });
  await hub.clients.add(registered('system-1', key));
  await hub.clients.add(registered('numbers-1', key, { roles: ['analyst'], region: 'flevoland' }));
});

afterAll(async () => {
  await hub.close();
  await database.drop();
});

async function tokenOf(id: string, wish: TokenWish = {}): Promise<string> {
  const { status, body } = await hub.askToken(id, key, wish);
  expect({ status, body }).toMatchObject({ status: 200, body: { token_type: 'DPoP', expires_in: 600 } });
  return String(body['access_token']);
}

async function refusal(wish: TokenWish, id = 'system-1'): Promise<unknown> {
  const { status, body } = await hub.askToken(id, key, wish);
  expect(status).toBeGreaterThanOrEqual(400);
  expect(status).toBeLessThan(500);
  expect(body['access_token']).toBeUndefined();
  return body['error'];
}

describe('a token for a system', () => {
  it('says what is registered, for ten minutes, and is bound to the key of its sender', async () => {
    const token = await tokenOf('system-1', { parameters: { scope: publish } });
    expect(decodeProtectedHeader(token)).toMatchObject({ typ: 'at+jwt', alg: 'EdDSA', kid: 'first' });
    const claims = decodeJwt(token);
    expect(claims).toMatchObject({
      iss: hub.issuer,
      sub: 'system-1',
      client_id: 'system-1',
      aud: audience,
      scope: publish,
      roles: ['provider-system'],
      organisation: organisationId,
      cnf: { jkt: key.thumbprint },
    });
    expect(Number(claims.exp) - Number(claims.iat)).toBe(600);
  });

  it.each(['EdDSA', 'ES256', 'PS256'])('may be asked for with a key for %s', async (alg) => {
    const own = await testKey(alg);
    await hub.clients.add(registered(`with-${alg.toLowerCase()}`, own));
    expect(await hub.askToken(`with-${alg.toLowerCase()}`, own)).toMatchObject({ status: 200 });
  });

  it('opens the hub', async () => {
    const answer = await hub.askHub(await tokenOf('system-1'), key);
    expect(await answer.json()).toEqual({ data: { version: '1' } });
    const [caller] = hub.gateway.subgraphs.cases.callers.slice(-1);
    expect(caller).toMatchObject({ subject: 'system-1', roles: ['provider-system'], organisationId });
  });

  it('takes organisation, region and roles from the registration, whatever is asked', async () => {
    const wish = {
      organisation: '9'.repeat(8),
      roles: 'operator',
      region: 'x',
      sub: 'other',
      resource: 'urn:thuisbasis:hub',
    };
    const claims = decodeJwt(await tokenOf('numbers-1', { parameters: wish }));
    expect(claims).toMatchObject({
      organisation: organisationId,
      roles: ['analyst'],
      region: 'flevoland',
      sub: 'numbers-1',
    });
  });
});

describe('a token request that is refused whole', () => {
  it.each([
    ['a scope that does not exist', { scope: `${publish} registers/everything:write` }, 'invalid_scope'],
    ['a scope of another role', { scope: 'stats/region:read' }, 'invalid_scope'],
    ['a scope of people', { scope: 'openid' }, 'invalid_scope'],
    ['another resource', { resource: 'https://elsewhere.example/' }, 'invalid_target'],
    ['another grant', { grant_type: 'authorization_code' }, 'unsupported_grant_type'],
    ['a password', { grant_type: 'password' }, 'unsupported_grant_type'],
    ['another client beside the assertion', { client_id: 'numbers-1' }, 'invalid_request'],
  ])('because it asks for %s', async (_what, parameters, error) => {
    expect(await refusal({ parameters })).toBe(error);
  });

  it.each([
    ['of another key', { key: other.privateKey }],
    [
      'signed with the public key as a secret',
      { key: new TextEncoder().encode(JSON.stringify(key.publicJwk)), header: { alg: 'HS256' } },
    ],
    ['for another server', { claims: { aud: 'https://elsewhere.example' } }],
    ['by another', { claims: { iss: 'numbers-1' } }],
    ['that expired', { claims: { exp: seconds() - 60 } }],
    ['that never expires', { claims: { exp: undefined } }],
    ['that holds for a day', { claims: { exp: seconds() + 86_400 } }],
    ['not valid yet', { claims: { nbf: seconds() + 600 } }],
    ['without an id', { claims: { jti: undefined } }],
  ] as [string, AssertionWish][])('because of an assertion %s', async (_what, wish) => {
    expect(await refusal({ assertion: wish })).toBe('invalid_client');
  });

  it('because of an assertion without signature, of nobody, or that is none', async () => {
    const [, payload] = (await assertion('system-1', key, hub.issuer)).split('.');
    const none = `${base64url.encode(JSON.stringify({ alg: 'none' }))}.${payload ?? ''}.`;
    expect(await refusal({ assertion: none })).toBe('invalid_client');
    expect(await refusal({}, 'nobody')).toBe('invalid_client');
    expect(await refusal({ assertion: 'rubbish' })).toBe('invalid_request');
  });

  it('because its assertion was used before, also when both come at once', async () => {
    const used = await assertion('system-1', key, hub.issuer);
    const both = await Promise.all([1, 2, 3, 4].map(() => hub.askToken('system-1', key, { assertion: used })));
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 401, 401, 401]);
    expect(await refusal({ assertion: used })).toBe('invalid_client');
  });

  it('because its proof is missing, was used before, or is for elsewhere', async () => {
    expect(await refusal({ proof: null })).toBe('invalid_grant');
    const url = `${hub.issuer}/token`;
    const used = await proof(key, { url });
    await tokenOf('system-1', { proof: used });
    expect(await refusal({ proof: used })).toMatch(/^invalid_/);
    expect(await refusal({ proof: await proof(key, { url: `${hub.gateway.url}/graphql` }) })).toBe(
      'invalid_dpop_proof',
    );
    expect(await refusal({ proof: await proof(key, { url, claims: { iat: seconds() - 600 } }) })).toBe(
      'invalid_dpop_proof',
    );
  });

  it('because it is too large, of another method or type', async () => {
    const url = `${hub.issuer}/token`;
    const large = await fetch(url, { method: 'POST', body: new URLSearchParams({ a: 'x'.repeat(30_000) }) });
    expect([large.status, await large.json()]).toMatchObject([
      413,
      { errors: [{ extensions: { code: 'PAYLOAD_TOO_LARGE' } }] },
    ]);
    expect((await fetch(url)).status).toBe(405);
    const json = await fetch(url, {
      method: 'POST',
      body: '{}',
      headers: { 'content-type': 'application/json', accept: 'text/html' },
    });
    expect([json.status, json.headers.get('content-type')]).toEqual([400, 'application/json; charset=utf-8']);
  });
});

describe('a request with a token of a system', () => {
  it('is refused when its proof was used before, or is that of another', async () => {
    const token = await tokenOf('system-1');
    const url = `${hub.gateway.url}/graphql`;
    const used = await proof(key, { url, token });
    expect((await hub.askHub(token, key, used)).status).toBe(200);
    const again = await hub.askHub(token, key, used);
    expect(again.status).toBe(401);
    expect(again.headers.get('www-authenticate')).toMatch(/^DPoP .*error="invalid_dpop_proof"/);
    expect((await hub.askHub(token, other)).status).toBe(401);
  });

  it('is refused once its client is revoked, and so is every new token', async () => {
    await hub.clients.add(registered('leaving-1', key));
    const token = await tokenOf('leaving-1');
    expect((await hub.askHub(token, key)).status).toBe(200);
    expect(await hub.clients.revoke('leaving-1')).toBe(true);
    expect((await hub.askHub(token, key)).status).toBe(401);
    expect(await refusal({}, 'leaving-1')).toBe('invalid_client');
  });
});

it('changes its keys without a refused request', async () => {
  const minutesAgo = (minutes: number): Date => new Date(Date.now() - minutes * 60_000);
  const first = await signingKey('before', minutesAgo(60));
  await hub.replaceKeys([first]);
  const old = await tokenOf('system-1');
  const second = await signingKey('after', minutesAgo(1));
  await hub.replaceKeys([first, second]);
  expect(decodeProtectedHeader(await tokenOf('system-1')).kid).toBe('before');
  await hub.replaceKeys([first, { ...second, publishedAt: minutesAgo(6).toISOString() }]);
  const fresh = await tokenOf('system-1');
  expect([old, fresh].map((token) => decodeProtectedHeader(token).kid)).toEqual(['before', 'after']);
  for (const token of [old, fresh]) expect((await hub.askHub(token, key)).status).toBe(200);
  const { keys } = (await (await fetch(`${hub.issuer}/jwks`)).json()) as { keys: Record<string, unknown>[] };
  expect(keys.map(({ kid, d }) => [kid, d])).toEqual([
    ['before', undefined],
    ['after', undefined],
  ]);
});

it('tells where it is under both names', async () => {
  for (const path of ['/oauth/.well-known/openid-configuration', '/.well-known/oauth-authorization-server/oauth']) {
    const told = await (await fetch(`${hub.gateway.url}${path}`)).json();
    expect(told).toMatchObject({
      issuer: hub.issuer,
      token_endpoint: `${hub.issuer}/token`,
      jwks_uri: `${hub.issuer}/jwks`,
    });
  }
});

it('logs nothing of a request, its assertions, proofs and tokens', () => {
  expect(log.text()).toContain('/oauth/token');
  expect(log.text()).not.toMatch(/eyJ|system-1|offers:publish|client_assertion/);
});
