import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createLogger } from '../../platform/process/logger.js';
import { withClient } from '../../infra/database/client.js';
import { cloneDatabase, type TestDatabase } from '../../test/database.js';
import { repeated } from '../testing/documents.js';
import { token } from '../testing/identity.js';
import { openTestGateway, type TestGateway } from '../testing/test-gateway.js';
import { openBudgets, type Budgets } from './open-budgets.js';

const BUDGETS = JSON.stringify({
  broker: { requests: 12, cost: 100, objects: 30 },
  provider: { requests: 5, cost: 50, objects: 10 },
  dashboard: { requests: 3, cost: 10, objects: 2 },
});
const patient = { DATABASE_POOL_WAIT_MS: '20000', STATEMENT_TIMEOUT_MS: '20000' };
const logger = createLogger('gateway', 'silent');

let database: TestDatabase;
let hub: TestGateway;
let lane: TestGateway;
let asked = 0;

const open = (seconds = 60, url: string | null = database.url('gateway')): Promise<Budgets> =>
  openBudgets({ databaseUrl: url, environment: { ...patient, BUDGETS }, logger, seconds });

beforeAll(async () => {
  database = await cloneDatabase('empty');
  const onSubgraphRequest = (): void => void (asked += 1);
  hub = await openTestGateway({ budgets: await open(), onSubgraphRequest });
  lane = await openTestGateway({ budgets: await open(), onSubgraphRequest, isBulkLane: true });
});
afterAll(async () => {
  await hub.close();
  await lane.close();
  await database.drop();
});

interface Told {
  readonly status: number;
  readonly code: string | undefined;
  readonly left: string | null;
  readonly retryAfter: string | null;
}

const rename = (table: string, other: string): Promise<unknown> =>
  withClient(database.url('owner'), (client) => client.query(`alter table gateway.${table} rename to ${other}`));

async function spentObjects(): Promise<number> {
  const sum = "select coalesce(sum(points), 0)::int as points from gateway.spending where key like '%.objects:%'";
  return withClient(database.url('owner'), async (client) => {
    const { rows } = await client.query<{ points: number }>(sum);
    return rows[0]?.points ?? 0;
  });
}

let callers = 0;
/** Somebody who has asked nothing yet. */
const somebody = (...roles: string[]): Promise<string> =>
  token({ claims: { sub: `caller-${(callers += 1)}`, roles: roles.length > 0 ? roles : ['care-broker'] } });

async function ask(gateway: TestGateway, bearer: string, query: string, variables: object = {}): Promise<Told> {
  return tell(await gateway.post(JSON.stringify({ query, variables }), { authorization: `Bearer ${bearer}` }));
}

async function tell(response: Response): Promise<Told> {
  const body = (await response.json()) as { errors?: { extensions: { code: string } }[] };
  const { headers, status } = response;
  return {
    status,
    code: body.errors?.[0]?.extensions.code,
    left: headers.get('ratelimit')?.replaceAll(/;t=\d+/g, '') ?? null,
    retryAfter: headers.get('retry-after'),
  };
}

const cheap = '{ version }';
const page = (first: number): string => `{ cases(first: ${first}) { id } }`;
const byAliases = (count: number): string => `{ ${repeated(count, (n) => `a${n}: offer(id: "1") { id }`)} }`;

describe('a budget', () => {
  it('is told with every answer', async () => {
    const bearer = await somebody();
    const response = await hub.post(JSON.stringify({ query: '{ case(id: "1") { id } }' }), {
      authorization: `Bearer ${bearer}`,
    });
    expect(response.headers.get('ratelimit-policy')).toBe(
      '"requests";q=12;w=60, "cost";q=100;w=60, "objects";q=30;w=60',
    );
    expect(response.headers.get('ratelimit')).toMatch(
      /^"requests";r=11;t=(60|59), "cost";r=99;t=(60|59), "objects";r=29;t=(60|59)$/,
    );
    expect(response.status).toBe(200);
  });

  it('ends at the cost that is asked for, before anything is planned, and says when to come back', async () => {
    const bearer = await somebody();
    for (let n = 0; n < 10; n += 1) expect(await ask(hub, bearer, page(1))).toMatchObject({ status: 200 });
    asked = 0;
    const refused = await ask(hub, bearer, page(1));
    expect(refused).toMatchObject({ status: 429, code: 'RATE_LIMITED' });
    expect(Number(refused.retryAfter)).toBeGreaterThan(50);
    expect(Number(refused.retryAfter)).toBeLessThanOrEqual(60);
    expect(asked).toBe(0);
    // nobody else pays for it
    expect(await ask(hub, await somebody(), page(1))).toMatchObject({ status: 200 });
  });

  it('is one, whichever process of the hub answers', async () => {
    const bearer = await somebody();
    for (let n = 0; n < 6; n += 1) {
      expect(await ask(hub, bearer, cheap)).toMatchObject({ status: 200 });
      expect(await ask(lane, bearer, cheap)).toMatchObject({ status: 200 });
    }
    expect(await ask(hub, bearer, cheap)).toMatchObject({ status: 429, code: 'RATE_LIMITED' });
    expect(await ask(lane, bearer, cheap)).toMatchObject({ status: 429, code: 'RATE_LIMITED' });
  });

  it.each([
    ['care-broker', 12],
    ['provider-system', 5],
    ['analyst', 3],
  ])('of a %s is %i requests here', async (role, requests) => {
    const bearer = await somebody(role);
    for (let n = 0; n < requests; n += 1) expect(await ask(hub, bearer, cheap)).toMatchObject({ status: 200 });
    expect(await ask(hub, bearer, cheap)).toMatchObject({ status: 429 });
  });

  it('is spent by requests that are no question as well', async () => {
    const bearer = await somebody('provider-system');
    const authorization = `Bearer ${bearer}`;
    const wrong: [string, () => Promise<Response>][] = [
      ['no JSON', () => hub.post('{', { authorization })],
      ['no document', () => hub.post('{"query":"{"}', { authorization })],
      ['not in the schema', () => hub.post('{"query":"{ nothing }"}', { authorization })],
      ['another method', () => fetch(`${hub.url}/graphql`, { headers: { authorization } })],
      ['the schema', () => fetch(`${hub.url}/schema.graphql`, { headers: { authorization } })],
    ];
    for (const [what, send] of wrong) expect([what, (await send()).status]).not.toEqual([what, 429]);
    for (const [what, send] of wrong) expect([what, (await send()).status]).toEqual([what, 429]);
  });

  it('is whole again when its time is over', async () => {
    const gateway = await openTestGateway({ budgets: await open(1) });
    const bearer = await somebody('analyst');
    while ((await ask(gateway, bearer, cheap)).status !== 429);
    await wait(1_050);
    expect(await ask(gateway, bearer, cheap)).toMatchObject({ status: 200 });
    await gateway.close();
  });

  it('is counted in memory where there is no database, and while it is away', async () => {
    const budgets = [await open(60, null), await open()];
    for (const each of budgets) {
      const gateway = await openTestGateway({ budgets: each });
      const bearer = await somebody('analyst');
      if (each === budgets[1]) await rename('spending', 'spending_away');
      for (let n = 0; n < 3; n += 1) expect(await ask(gateway, bearer, cheap)).toMatchObject({ status: 200 });
      expect(await ask(gateway, bearer, cheap)).toMatchObject({ status: 429 });
      if (each === budgets[1]) await rename('spending_away', 'spending');
      await gateway.close();
    }
  });
});

describe('identifiers', () => {
  const objects = async (gateway: TestGateway, bearer: string): Promise<string> => {
    const { left } = await ask(gateway, bearer, '{ offer(id: "1") { id } }');
    return left ?? '';
  };

  it.each<[string, (bearer: string) => Promise<unknown>]>([
    ['aliases', (bearer) => ask(hub, bearer, byAliases(4))],
    [
      'requests',
      async (bearer) => {
        for (let n = 0; n < 4; n += 1) await ask(hub, bearer, '{ offer(id: "1") { id } }');
      },
    ],
    [
      'variables',
      (bearer) =>
        ask(
          hub,
          bearer,
          'query($a: ID!, $b: ID!) { a: offer(id: $a) { id } b: offer(id: $b) { id } c: offer(id: $a) { id } d: offer(id: $b) { id } }',
          { a: '1', b: '2' },
        ),
    ],
    [
      'fragments',
      (bearer) =>
        ask(
          hub,
          bearer,
          '{ ...F ...G } fragment F on Query { a: offer(id: "1") { id } b: offer(id: "2") { id } } fragment G on Query { c: offer(id: "1") { id } d: offer(id: "2") { id } }',
        ),
    ],
  ])('count as often as they are named, by %s', async (_way, name) => {
    const bearer = await somebody();
    await name(bearer);
    expect(await objects(hub, bearer)).toContain('"objects";r=25');
  });

  it('run out for whoever names too many, who may go on with what names none', async () => {
    const bearer = await somebody();
    for (let n = 0; n < 6; n += 1) expect(await ask(hub, bearer, byAliases(5))).toMatchObject({ status: 200 });
    expect(await ask(hub, bearer, byAliases(1))).toMatchObject({ status: 429, code: 'RATE_LIMITED' });
    expect(await ask(hub, bearer, cheap)).toMatchObject({ status: 200 });
  });

  it('that lead to nothing weigh ten times', async () => {
    const bearer = await somebody();
    const before = await spentObjects();
    await ask(hub, bearer, '{ case(id: "none") { id } }');
    await ask(hub, bearer, '{ case(id: "none") { id } }');
    // counted beside the answer
    while ((await spentObjects()) < before + 20) await wait(10);
    expect(await objects(hub, bearer)).toContain('"objects";r=9');
  });
});
