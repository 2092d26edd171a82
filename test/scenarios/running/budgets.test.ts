import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { committedDocument } from '../../../gateway/registered/registered-operations.js';
import { broker, type Actor } from '../../actors.js';
import { caseIdOf, startTestHub, type TestHub } from '../../hub.js';

/** A hub with its lane for bulk, in a process of its own, and with the budgets of every day. */
let hub: TestHub;

beforeAll(async () => {
  hub = await startTestHub({ hasBulkLane: true, environment: { BUDGETS: '' } });
  while (hub.bulkLane().address() === null) await wait(20);
});
afterAll(() => hub.close());

const system = (organisation: string): Actor => ({ role: 'provider-system', organisation });

/** What an answer says of a budget: how much there is, and how much is left. */
interface Budget {
  readonly whole: number;
  readonly left: number;
}

function budgetOf({ headers }: Response, allowance: 'requests' | 'cost' | 'objects'): Budget {
  const read = (header: string, letter: string): number =>
    Number(new RegExp(`"${allowance}";${letter}=(\\d+)`).exec(headers.get(header) ?? '')?.[1]);
  return { whole: read('ratelimit-policy', 'q'), left: read('ratelimit', 'r') };
}

async function send(path: string, actor: Actor, init: RequestInit): Promise<Response> {
  const headers = { authorization: `Bearer ${await hub.token(actor)}`, ...init.headers };
  const response = await fetch(`${hub.url}${path}`, { ...init, headers });
  await response.arrayBuffer();
  return response;
}

const ask = (actor: Actor, query: string, variables: object = {}, padding = ''): Promise<Response> =>
  send('/graphql', actor, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables, extensions: { padding } }),
  });

/** Far above what the door answers itself. */
const heavy = 'x'.repeat(40_000);
const nothing = '{ __typename }';

describe('the budget of every day', () => {
  it('is five times what a broker needs who searches each second', async () => {
    const caseId = await caseIdOf(hub, 'FL-26-0042');
    const before = budgetOf(await ask(broker, nothing), 'cost');
    const after = budgetOf(
      await ask(broker, committedDocument('find-options'), { caseId, first: 10, after: null }),
      'cost',
    );
    const search = before.left - after.left;
    expect(search).toBeGreaterThan(100);
    expect(search * 60 * 5).toBeLessThanOrEqual(after.whole);
  });

  it('is twenty times what a provider needs that publishes 500 figures a minute', async () => {
    const reports = Array.from({ length: 500 }, (_, n) => ({
      offerKey: `aanbod-${n}`,
      sequence: 1,
      status: 'HAS_CAPACITY',
      available: 1,
      maximum: 6,
      unit: 'PLACE',
    }));
    const input = { idempotencyKey: 'budgets/1', asOf: new Date().toISOString(), reports };
    const { whole, left } = budgetOf(
      await ask(system('rietvink'), committedDocument('publish-capacity'), { input }),
      'cost',
    );
    expect(whole - left).toBeGreaterThan(500);
    expect((whole - left) * 20).toBeLessThanOrEqual(whole);
  });
});

describe('a request that the lane for bulk answers', () => {
  it('is charged once, to the same budget as one that the hub answers itself', async () => {
    const actor = system('koolzaad');
    const lefts: number[] = [];
    for (const padding of ['', heavy, '', heavy, ''])
      lefts.push(budgetOf(await ask(actor, nothing, {}, padding), 'requests').left);
    const [first = 0] = lefts;
    expect(lefts).toEqual([first, first - 1, first - 2, first - 3, first - 4]);
  });

  it.each([
    ['a file', '/import?rehearse=true', { method: 'POST', body: `offerKey,status\n${'x,y\n'.repeat(20_000)}` }],
    ['an export', '/export/hsds', {}],
  ])('pays for its bytes where it is %s', async (_what, path, init) => {
    const actor = system('polderlicht');
    const before = budgetOf(await ask(actor, nothing), 'cost').left;
    await send(path, actor, { ...init, headers: { 'content-type': 'text/csv' } });
    // paid when it is over, beside the answer
    const spent = async (): Promise<number> => before - budgetOf(await ask(actor, nothing), 'cost').left;
    let all = await spent();
    for (let tries = 1; all < 60; tries += 1, all = await spent()) expect(tries).toBeLessThan(40);
    expect(all).toBeLessThan(2_000);
  });
});
