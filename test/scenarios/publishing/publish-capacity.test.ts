import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { committedDocument } from '../../../gateway/registered/registered-operations.js';
import { withClient } from '../../../infra/database/client.js';
import { roles } from '../../../platform/identity/caller.js';
import { broker, type Actor } from '../../actors.js';
import { startTestHub, type TestHub } from '../../hub.js';

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

const houseDetails = {
  title: 'Gezinshuis',
  site: { key: 'hoofd', name: 'Hoofdlocatie', municipalityCode: '0303', postcode4: '8251' },
  rung: 'FAMILY_HOME',
  category: '44',
  productCode: '44A01',
  ageMin: 0,
  ageMax: 18,
  legalFrameworks: ['VOLUNTARY'],
  unit: 'PLACE',
  capacityModel: 'PLACES',
  workingArea: ['0303'],
};

/** The hub does other things meanwhile: it relays events and sweeps holds. */
const isOfPublishing =
  /^\s*(with now as materialized|insert into (idempotency_key|capacity_report|outbox)|update idempotency_key|select pg_advisory)/;

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
    const { data, errors } = await hub.query<Answer>(committedDocument('publish-capacity'), { input: asked }, actor);
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

  it('is told what is overtaken, and nothing changes', async () => {
    sequence = 1_000_000_000;
    const asked = report({ sequence, available: 5 });
    expect((await publish(input([asked]))).results).toMatchObject([{ outcome: 'ACCEPTED' }]);
    const before = await stored();
    const { results } = await publish(input([report({ sequence: 999_999_999, available: 1 })]));
    expect(results).toMatchObject([{ outcome: 'OUTDATED', error: { code: 'SEQUENCE_OUTDATED' } }]);
    const back = await publish(input([report()], { asOf: '2026-01-01T00:00:00Z' }));
    expect(back.results).toMatchObject([{ outcome: 'OUTDATED', error: { code: 'AS_OF_OUTDATED', field: 'asOf' } }]);
    expect(await stored()).toBe(before);
  });

  it('stores all or nothing when asked, and nothing in a rehearsal', async () => {
    const before = await stored();
    const rows = [report(), report({ offerKey: keys[1], unit: 'FAMILY' })];
    const whole = await publish(input(rows, { isAtomic: true }));
    expect(whole.results.map(({ error }) => error?.code)).toEqual(['OTHER_ROWS_REFUSED', 'UNIT_DIFFERS']);
    const rehearsed = await publish(input(rows, { isRehearsal: true }));
    expect(rehearsed.results.map(({ outcome }) => outcome)).toEqual(['ACCEPTED', 'REJECTED']);
    expect(await stored()).toBe(before);
  });

  it('reports five hundred offers in the statements of one', async () => {
    const offers = Array.from({ length: 500 }, (_, n) => ({ key: `huis-${n}`, offer: houseDetails }));
    const registered = await hub.query<{ registerOffers: { results: Result[] } }>(
      committedDocument('register-offers'),
      { input: { idempotencyKey: randomUUID(), offers } },
      system,
    );
    expect(registered.errors).toEqual([]);
    expect(registered.data.registerOffers.results.every(({ outcome }) => outcome === 'CREATED')).toBe(true);
    const statements: number[] = [];
    for (const count of [1, 500]) {
      hub.resetCounts();
      const { results } = await publish(input(offers.slice(0, count).map(({ key }) => report({ offerKey: key }))));
      expect(results.filter(({ error }) => error !== null)).toEqual([]);
      statements.push(hub.statements().capacity.filter((sql) => isOfPublishing.test(sql)).length);
    }
    expect(statements).toEqual([6, 6]);
  });

  it('is refused more than five hundred, and none', async () => {
    const many = Array.from({ length: 501 }, (_, n) => report({ offerKey: `huis-${n}` }));
    expect((await publish(input(many))).codes).toEqual(['TOO_MANY_ROWS']);
    expect((await publish(input([]))).codes).toEqual(['TOO_MANY_ROWS']);
  });
});
