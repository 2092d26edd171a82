import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { operation } from '../../infra/answer/ask-hub.js';
import { withClient } from '../../infra/database/client.js';
import { roles } from '../../platform/caller.js';
import { broker, type Actor } from '../actors.js';
import { startTestHub, type TestHub } from '../hub.js';

interface Result {
  offerKey: string;
  outcome: string;
  error: { code: string; message: string; field: string } | null;
  offer: {
    id: string;
    availability: {
      status: string;
      available: number | null;
      unit: string;
      freshness: { state: string; asOf: string };
    };
  } | null;
}

interface Answer {
  publishCapacity: { receivedAt: string; isReplay: boolean; results: Result[] } | null;
}

const system: Actor = { role: 'provider-system', organisation: 'windvaan' };
const foreign: Actor = { role: 'provider-system', organisation: 'waterlelie' };

describe("a provider's system that reports what is free", () => {
  let hub: TestHub;
  let keys: string[];
  let sequence = 0;

  beforeAll(async () => {
    hub = await startTestHub();
    const { data } = await hub.query<{ offers: { edges: { node: { key: string; unit: string } }[] } }>(
      '{ offers { edges { node { key unit } } } }',
      {},
      system,
    );
    keys = data.offers.edges.filter(({ node }) => node.unit === 'PLACE').map(({ node }) => node.key);
    expect(keys.length).toBeGreaterThanOrEqual(2);
  });

  afterAll(() => hub.close());

  const report = (replaced: object = {}) => ({
    offerKey: keys[0],
    sequence: ++sequence,
    status: 'HAS_CAPACITY',
    available: 2,
    maximum: 6,
    unit: 'PLACE',
    nextAvailableOn: null,
    waitlistCount: 0,
    waitEstimateDays: 0,
    note: null,
    ...replaced,
  });

  const input = (reports: object[], replaced: object = {}) => ({
    idempotencyKey: randomUUID(),
    asOf: new Date().toISOString(),
    isAtomic: false,
    reports,
    ...replaced,
  });

  async function publish(asked: object, actor: Actor = system) {
    const { data, errors } = await hub.query<Answer>(operation('publish-capacity'), { input: asked }, actor);
    return {
      publication: data.publishCapacity,
      results: data.publishCapacity?.results ?? [],
      codes: errors.map(({ extensions }) => extensions?.['code']),
    };
  }

  const stored = async (): Promise<number> => {
    const { rows } = await withClient(hub.database.url('owner'), (client) =>
      client.query<{ count: number }>(`select count(*)::integer as count from capacity.capacity_report`),
    );
    return rows[0]?.count ?? 0;
  };

  it('is answered for each report, and brokers see the figure at once', async () => {
    const asked = input([report({ available: 3 })]);
    const { publication, codes } = await publish(asked);
    expect(codes).toEqual([]);
    expect(publication).toMatchObject({
      isReplay: false,
      results: [
        {
          offerKey: keys[0],
          outcome: 'ACCEPTED',
          error: null,
          offer: {
            availability: { status: 'HAS_CAPACITY', unit: 'PLACE', freshness: { state: 'FRESH', asOf: asked.asOf } },
          },
        },
      ],
    });
    const id = publication?.results[0]?.offer?.id;
    const { data } = await hub.query(
      `query ($id: ID!) { offer(id: $id) { latestReport { available maximum method } } }`,
      { id },
      broker,
    );
    expect(data).toEqual({ offer: { latestReport: { available: 3, maximum: 6, method: 'MACHINE' } } });
  });

  it('gets the same answer when it asks again, and nothing is done twice', async () => {
    const asked = input([report(), report({ offerKey: 'bestaat-niet' })]);
    const first = await publish(asked);
    const before = await stored();
    const second = await publish(asked);
    expect(second.publication).toMatchObject({ isReplay: true, receivedAt: first.publication?.receivedAt });
    expect(second.results.map(({ offerKey, outcome, error }) => [offerKey, outcome, error])).toEqual(
      first.results.map(({ offerKey, outcome, error }) => [offerKey, outcome, error]),
    );
    expect(await stored()).toBe(before);
  });

  it('is refused another payload under a key that it used', async () => {
    const asked = input([report()]);
    await publish(asked);
    const { publication, codes } = await publish({ ...asked, reports: [report({ available: 1 })] });
    expect([publication, codes]).toEqual([null, ['IDEMPOTENCY_KEY_REUSED']]);
  });

  it('may send the same ten times at once: it is done once', async () => {
    const before = await stored();
    const asked = input([report(), report({ offerKey: keys[1], status: 'NO_CAPACITY', available: 0 })]);
    const answers = await Promise.all(Array.from({ length: 10 }, () => publish(asked)));
    expect(answers.flatMap(({ codes }) => codes)).toEqual([]);
    expect(answers.filter(({ publication }) => publication?.isReplay === false)).toHaveLength(1);
    expect(await stored()).toBe(before + 2);
  });

  it("does not know a competitor's offer, nor one that does not exist", async () => {
    const { results } = await publish(input([report()]), { ...foreign });
    expect(results).toMatchObject([{ outcome: 'REJECTED', error: { code: 'OFFER_KEY_UNKNOWN' }, offer: null }]);
    const missing = await publish(input([report({ offerKey: 'bestaat-niet' })]), foreign);
    expect(missing.results[0]?.error).toEqual(results[0]?.error);
  });

  it.each(roles.filter((role) => role !== 'provider-system' && role !== 'provider-planner'))(
    'is no work for a %s',
    async (role) => {
      const { publication, codes } = await publish(input([report()]), { role });
      expect([publication, codes]).toEqual([null, ['FORBIDDEN']]);
    },
  );
});
