import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { freePort } from '../../infra/postgres/embedded.js';
import { createLogger } from '../../platform/process/logger.js';
import { cloneDatabase, type TestDatabase } from '../../test/database.js';
import { token } from '../testing/identity.js';
import { registered, testKey } from '../testing/machine.js';
import { openMachineHub, type MachineHub } from '../testing/machine-hub.js';

const BUDGETS = JSON.stringify({ doors: { failures: 3, tokens: 4, signIns: 2, clientTokens: 2 } });

let database: TestDatabase;
let hub: MachineHub;

beforeAll(async () => {
  // what the library of the authorization server says of its defaults
  jest.spyOn(console, 'info').mockImplementation(() => undefined);
  database = await cloneDatabase('empty');
  const logger = createLogger('gateway', 'silent');
  const budgets = { BUDGETS, TRUSTED_PROXIES: '127.0.0.1' };
  hub = await openMachineHub({
    databaseUrl: database.url('gateway'),
    port: await freePort(),
    logger,
    budgets,
    accounts: [account],
  });
});
afterAll(async () => {
  await hub.close();
  await database.drop();
});

const account = { id: 'els', name: 'Els', work: 'zorgbemiddelaar', roles: ['care-broker'] as const };

const version = JSON.stringify({ query: '{ version }' });

function ask(address: string, bearer: string): Promise<Response> {
  return hub.gateway.post(version, { authorization: `Bearer ${bearer}`, 'x-forwarded-for': address });
}

async function statuses(count: number, send: () => Promise<Response>): Promise<number[]> {
  const all: number[] = [];
  for (let n = 0; n < count; n += 1) all.push((await send()).status);
  return all;
}

describe('whoever tries tokens', () => {
  it('is told to wait after a few, from that address alone', async () => {
    const forged = await token({ claims: { iss: 'https://elsewhere.test' } });
    expect(await statuses(5, () => ask('192.0.2.1', forged))).toEqual([401, 401, 401, 429, 429]);
    const refused = await ask('192.0.2.1', forged);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(50);
    expect(await refused.json()).toMatchObject({ errors: [{ extensions: { code: 'RATE_LIMITED' } }] });
    expect((await ask('192.0.2.2', await token())).status).toBe(200);
    expect((await ask('192.0.2.1', await token())).status).toBe(200);
  });

  it('is not whoever sends no token: a page elsewhere could make an office do that', async () => {
    const headers = { 'x-forwarded-for': '192.0.2.5', 'content-type': 'application/json' };
    const send = () => fetch(`${hub.gateway.url}/graphql`, { method: 'POST', headers, body: version });
    expect(await statuses(6, send)).toEqual([401, 401, 401, 401, 401, 401]);
  });

  it('is one for all addresses of a network', async () => {
    let last = 0;
    const next = (): Promise<Response> => ask(`2001:db8:0:7::${(last += 1)}`, 'wrong');
    expect(await statuses(4, next)).toEqual([401, 401, 401, 429]);
  });

  it('is not whoever has a token that holds, however often it is used', async () => {
    const bearer = await token();
    expect(await statuses(6, () => ask('192.0.2.3', bearer))).toEqual([200, 200, 200, 200, 200, 200]);
  });
});

describe('the token endpoint', () => {
  const url = (): string => `${hub.issuer}/token`;

  it('takes so many requests of an address, whatever they are', async () => {
    const init = {
      method: 'POST',
      body: new URLSearchParams({ client_id: 'x' }),
      headers: { 'x-forwarded-for': '192.0.2.9' },
    };
    expect(await statuses(6, () => fetch(url(), init))).toEqual([401, 401, 401, 401, 429, 429]);
  });

  it('gives so many tokens to one client, and counts nothing that others ask in its name', async () => {
    const key = await testKey();
    const stranger = await testKey();
    await hub.clients.add(registered('eager', key));
    await hub.clients.add(registered('patient', key));
    const given = (id: string, by: typeof key) => hub.askToken(id, by, { address: `198.51.100.${(addresses += 1)}` });
    let addresses = 0;
    for (let n = 0; n < 3; n += 1) expect(await given('eager', stranger)).toMatchObject({ status: 401 });
    expect(await given('eager', key)).toMatchObject({ status: 200 });
    expect(await given('eager', key)).toMatchObject({ status: 200 });
    expect(await given('eager', key)).toMatchObject({ status: 429, body: { error: 'slow_down' } });
    expect(await given('patient', key)).toMatchObject({ status: 200 });
  });
});

it('signing in takes so many steps from one address', async () => {
  const step = (path: string, address: string): Promise<Response> =>
    fetch(`${hub.gateway.url}${path}`, { redirect: 'manual', headers: { 'x-forwarded-for': address } });
  expect((await step('/inloggen', '192.0.2.20')).status).toBe(303);
  expect((await step('/inloggen/terug', '192.0.2.20')).status).toBe(401);
  for (const path of ['/inloggen', '/inloggen/terug', '/oauth/auth', '/oauth/aanmelden/x'])
    expect([path, (await step(path, '192.0.2.20')).status]).toEqual([path, 429]);
  expect((await step('/inloggen', '192.0.2.21')).status).toBe(303);
});
