import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { generateKeyPair } from 'jose';
import { createLogger } from '../../platform/process/logger.js';
import { openBudgets } from '../budgets/open-budgets.js';
import { inProcessTransport } from '../subgraph-link/in-process-transport.js';
import type { SubgraphTransport } from '../subgraph-link/transport.js';
import { token } from '../testing/identity.js';
import { switchTransport } from '../testing/switch-transport.js';
import { openTestGateway, type TestGateway } from '../testing/test-gateway.js';

const query = '{ offers { id organisation { name } } }';
const question = JSON.stringify({ query });
const roles = { broker: 'care-broker', provider: 'provider-planner', dashboard: 'analyst' };
const headers: Record<string, Record<string, string>> = {};

const people = switchTransport();
let gateway: TestGateway;
/** What lets people answer, of each question that waits for it. */
let waiting: (() => void)[] = [];
let asked = 0;

beforeAll(async () => {
  for (const [of, role] of Object.entries(roles))
    headers[of] = {
      authorization: `Bearer ${await token({ claims: { sub: of, roles: [role], region: 'flevoland' } })}`,
    };
  const logger = createLogger('gateway', 'silent');
  const budgets = await openBudgets({ databaseUrl: null, environment: {}, logger, seconds: 600 });
  gateway = await openTestGateway({ links: { people }, admission: { broker: 4, provider: 3, dashboard: 2 }, budgets });
  const inner = inProcessTransport(gateway.subgraphs.people.endpoint);
  people.target = { ...inner, send: slowly(inner) };
});
afterEach(() => {
  waiting = [];
  asked = 0;
});
afterAll(() => gateway.close());

function slowly(inner: SubgraphTransport): SubgraphTransport['send'] {
  return async (...request) => {
    asked += 1;
    await new Promise<void>((resolve) => waiting.push(resolve));
    return inner.send(...request);
  };
}

const ask = (of: keyof typeof roles): Promise<Response> => gateway.post(question, headers[of]);

/** Has questions underway, each of which waits for people. */
async function underway(...classes: (keyof typeof roles)[]): Promise<Promise<Response>[]> {
  const answers: Promise<Response>[] = [];
  for (const of of classes) {
    const before = waiting.length;
    answers.push(ask(of));
    while (waiting.length === before) await new Promise((resolve) => setTimeout(resolve, 5));
  }
  return answers;
}

describe('a hub with more questions than it can answer in time', () => {
  it('sends dashboards away first, then providers, and brokers last', async () => {
    const first = await underway('broker', 'dashboard');
    expect((await ask('dashboard')).status).toBe(503);
    const second = await underway('provider');
    expect((await ask('provider')).status).toBe(503);
    const third = await underway('broker');
    expect((await ask('broker')).status).toBe(503);
    for (const answer of waiting) answer();
    const answers = await Promise.all([...first, ...second, ...third]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
  });

  it('says when to come again, and has begun nothing', async () => {
    const answers = await underway('broker', 'broker', 'broker', 'broker');
    const refused = await ask('broker');
    expect(refused.headers.get('retry-after')).toBe('1');
    expect(await refused.json()).toMatchObject({ errors: [{ extensions: { code: 'OVERLOADED' } }] });
    expect(asked).toBe(4);
    for (const answer of waiting) answer();
    await Promise.all(answers);
  });

  it('lets in again as soon as others have their answer', async () => {
    const answers = await underway('dashboard', 'dashboard');
    expect((await ask('dashboard')).status).toBe(503);
    for (const answer of waiting) answer();
    await Promise.all(answers);
    const [later] = await underway('dashboard');
    for (const answer of waiting) answer();
    expect((await later)?.status).toBe(200);
  });

  it('knows by what a token says whom to send away, and lets nobody in for it', async () => {
    const { privateKey: key } = await generateKeyPair('EdDSA');
    const forged = async (role: string): Promise<number> => {
      const bearer = await token({ key, claims: { roles: [role] } });
      return (await gateway.post(question, { authorization: `Bearer ${bearer}` })).status;
    };
    const answers = await underway('dashboard', 'dashboard');
    expect([await forged(roles.dashboard), await forged(roles.broker)]).toEqual([503, 401]);
    for (const answer of waiting) answer();
    await Promise.all(answers);
    expect(await forged(roles.dashboard)).toBe(401);
  });

  it('charges nothing to whoever is sent away, at the door or behind it', async () => {
    const answers = await underway('dashboard', 'dashboard');
    // too large to be sent away by its headers alone: there may be a lane for it
    const large = JSON.stringify({ query, variables: { unused: ' '.repeat(30_000) } });
    const refused = [await ask('dashboard'), await gateway.post(large, headers['dashboard'])];
    expect(refused.map(({ status, headers }) => [status, headers.get('ratelimit')])).toEqual([
      [503, null],
      [503, null],
    ]);
    for (const answer of waiting) answer();
    const left = (await Promise.all(answers)).map(requestsLeft);
    const [later] = await underway('dashboard');
    for (const answer of waiting) answer();
    expect(requestsLeft(await later)).toBe(Math.min(...left) - 1);
  });
});

/** How many more requests somebody may make who got this answer. */
function requestsLeft(response: Response | undefined): number {
  return Number(/"requests";r=(\d+)/.exec(response?.headers.get('ratelimit') ?? '')?.[1]);
}
