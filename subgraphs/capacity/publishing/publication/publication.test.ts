import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Caller } from '../../../../platform/identity/caller.js';
import type { Subgraph } from '../../../../platform/subgraph/subgraph-endpoint.js';
import { askSubgraph } from '../../../../test/builders/ask-subgraph.js';
import { callerAs } from '../../../../test/builders/callers.js';
import { openCapacityDatabase, type CapacityDatabase } from '../../../../test/builders/databases/capacity-database.js';
import { aHold, anOffer, aReport } from '../../../../test/builders/rows/offer.js';
import { toCapacityConfig } from '../../config.js';
import { openCapacity } from '../../server.js';

const noon = '2026-11-21T12:00:00Z';
const minutes = (count: number): string => new Date(Date.parse(noon) + count * 60_000).toISOString();
const own = '20000000-0000-4000-8000-000000000001';
const system = callerAs('provider-system', own);
const planner = callerAs('provider-planner', own);
const offers = Array.from({ length: 500 }, (_, index) => anOffer(index, { organisationId: own }));
const [first, second, third] = offers.map(({ id }) => id) as [string, string, string];
let database: CapacityDatabase;
let capacity: Subgraph;
let request = 0;

beforeAll(async () => {
  database = await openCapacityDatabase();
  capacity = await openCapacity(database.db, toCapacityConfig({}));
});
beforeEach(async () => {
  await database.setClock(noon);
  await database.write(offers, noon);
  await database.owner.query('truncate outbox cascade');
  database.statements.length = 0;
});
afterAll(() => database.close());

const report = (replaced: object = {}) => ({
  offerKey: first,
  sequence: 1,
  status: 'HAS_CAPACITY',
  available: 2,
  maximum: 6,
  unit: 'PLACE',
  ...replaced,
});

const fields = `receivedAt isReplay results { outcome error { code message field } offer { availability { status available maximum
  isOvercommitted isDisputed freshness { state } } } }`;

interface Result {
  outcome: string;
  error: { code: string; message: string; field: string } | null;
  offer: { availability: Record<string, unknown> } | null;
}

async function publish(reports: object[], replaced: object = {}, caller: Caller = system) {
  const document = `mutation ($input: PublishCapacityInput!) { publishCapacity(input: $input) { ${fields} } }`;
  const input = { idempotencyKey: String(++request), asOf: noon, reports, ...replaced };
  const { data, errors } = await askSubgraph(capacity, caller, document, { input });
  const answer = data?.['publishCapacity'] as { results: Result[] } | null | undefined;
  return { results: answer?.results ?? [], codes: errors.map(({ code }) => code) };
}

async function outcomes(reports: object[], replaced: object = {}, caller: Caller = system): Promise<string[]> {
  const { results } = await publish(reports, replaced, caller);
  return results.map(({ outcome, error }) => [outcome, error?.code, error?.field].filter(Boolean).join(' '));
}

const storedCount = async (): Promise<number> => {
  const rows: { count: number }[] = await database.db.query('select count(*)::integer as count from capacity_report');
  return rows[0]?.count ?? 0;
};

const events = (): Promise<{ kind: string; data: unknown }[]> =>
  database.owner.query('select kind, data from outbox order by id');

describe('a report', () => {
  it.each<[string, object, string]>([
    ['without its offer', { offerKey: 'x' }, 'REJECTED OFFER_KEY_UNKNOWN reports.0.offerKey'],
    ['with text that is no key', { offerKey: 'a\u0000\ud800' }, 'REJECTED OFFER_KEY_UNKNOWN reports.0.offerKey'],
    ['of another unit', { unit: 'FAMILY' }, 'REJECTED UNIT_DIFFERS reports.0.unit'],
    ['with more free than there is', { available: 7 }, 'REJECTED AVAILABLE_ABOVE_MAXIMUM reports.0.available'],
    ['with less than nothing free', { available: -1 }, 'REJECTED BAD_USER_INPUT reports.0.available'],
    ['of an endless offer', { maximum: 10_001 }, 'REJECTED BAD_USER_INPUT reports.0.maximum'],
    ['of room where none is free', { available: 0 }, 'REJECTED STATUS_CONTRADICTS_AVAILABLE reports.0.available'],
    ['of no room with some free', { status: 'WAITLIST' }, 'REJECTED STATUS_CONTRADICTS_AVAILABLE reports.0.available'],
    ['with a sequence below 0', { sequence: -1 }, 'REJECTED BAD_USER_INPUT reports.0.sequence'],
    ['with a sequence too high', { sequence: 9_007_199_254_740_991 }, 'REJECTED BAD_USER_INPUT reports.0.sequence'],
    ['with less than nobody waiting', { waitlistCount: -1 }, 'REJECTED BAD_USER_INPUT reports.0.waitlistCount'],
    ['with an endless wait', { waitEstimateDays: 3_651 }, 'REJECTED BAD_USER_INPUT reports.0.waitEstimateDays'],
    ['of another century', { nextAvailableOn: '1999-12-31' }, 'REJECTED BAD_USER_INPUT reports.0.nextAvailableOn'],
    ['that holds a BSN', { note: 'kind 111222333' }, 'REJECTED CONTAINS_BSN reports.0.note'],
    ['that names a child', { note: 'plek van Fatima komt vrij' }, 'REJECTED CONTAINS_PERSONAL_DATA reports.0.note'],
    ['with half a character', { note: 'a\ud800' }, 'REJECTED BAD_USER_INPUT reports.0.note'],
    ['that wants a closer look at all that is free', { status: 'ADDITIONAL_ASSESSMENT_REQUIRED' }, 'ACCEPTED'],
    ['of a waiting list', { status: 'WAITLIST', available: 0, waitlistCount: 3, waitEstimateDays: 30 }, 'ACCEPTED'],
    ['of nothing known', { status: 'UNKNOWN', available: 0 }, 'ACCEPTED'],
    ['with a remark', { note: '  weer open  ' }, 'ACCEPTED'],
  ])('%s: %j', async (_what, replaced, expected) => {
    expect(await outcomes([report(replaced), report({ offerKey: second })])).toEqual([expected, 'ACCEPTED']);
    expect(await storedCount()).toBe(expected === 'ACCEPTED' ? 2 : 1);
  });

  it('of an offer that is retired says so', async () => {
    await database.owner.query('update offer set retired_at = hub_now() where key = $1', [first]);
    expect(await outcomes([report()])).toEqual(['REJECTED OFFER_KEY_RETIRED reports.0.offerKey']);
  });

  it('of an offer that is named twice is not taken at either place', async () => {
    expect(await outcomes([report(), report({ sequence: 2 }), report({ offerKey: second })])).toEqual([
      'REJECTED OFFER_KEY_REPEATED reports.0.offerKey',
      'REJECTED OFFER_KEY_REPEATED reports.1.offerKey',
      'ACCEPTED',
    ]);
  });

  it('may be five minutes ahead and no more, and of this century', async () => {
    expect(await outcomes([report()], { asOf: minutes(5) })).toEqual(['ACCEPTED']);
    expect(await outcomes([report({ sequence: 2 })], { asOf: minutes(5.001) })).toEqual(['REJECTED AS_OF_AHEAD asOf']);
    expect(await outcomes([report({ sequence: 2 })], { asOf: '0000-01-01T00:00:00Z' })).toEqual([
      'REJECTED BAD_USER_INPUT asOf',
    ]);
  });

  it('speaks Dutch unless English is asked for', async () => {
    const [dutch] = (await publish([report({ unit: 'FAMILY' })])).results;
    const [english] = (await publish([report({ unit: 'FAMILY' })], {}, { ...system, language: 'en' })).results;
    expect(dutch?.error?.message).toBe('De eenheid in "reports.0.unit" is niet die van het aanbod: PLACE.');
    expect(english?.error?.message).toBe('The unit in "reports.0.unit" is not that of the offer: PLACE.');
  });
});

describe('what is newest', () => {
  it('follows the sequence of its sender and the moment of which it speaks', async () => {
    expect(await outcomes([report({ sequence: 5 })])).toEqual(['ACCEPTED']);
    expect(await outcomes([report({ sequence: 5 })])).toEqual(['UNCHANGED']);
    expect(await outcomes([report({ sequence: 5, available: 3 })])).toEqual([
      'OUTDATED SEQUENCE_OUTDATED reports.0.sequence',
    ]);
    expect(await outcomes([report({ sequence: 4, available: 3 })], { asOf: minutes(1) })).toEqual([
      'OUTDATED SEQUENCE_OUTDATED reports.0.sequence',
    ]);
    expect(await outcomes([report({ sequence: 6, available: 3 })], { asOf: minutes(-1) })).toEqual([
      'OUTDATED AS_OF_OUTDATED asOf',
    ]);
    expect(await storedCount()).toBe(1);
    expect(await outcomes([report({ sequence: 6, available: 3 })])).toEqual(['ACCEPTED']);
    expect(await storedCount()).toBe(2);
  });

  it('is never a sequence that was overtaken, whatever it says', async () => {
    expect(await outcomes([report({ sequence: 1 })])).toEqual(['ACCEPTED']);
    expect(await outcomes([report({ sequence: 2, available: 3 })])).toEqual(['ACCEPTED']);
    expect(await outcomes([report({ sequence: 1 })])).toEqual(['OUTDATED SEQUENCE_OUTDATED reports.0.sequence']);
    const [result] = (await publish([report({ sequence: 2, available: 3 })])).results;
    expect(result).toMatchObject({ outcome: 'UNCHANGED', offer: { availability: { available: 3 } } });
  });

  it('is not renewed under the sequence that it had: the sender is told so', async () => {
    await publish([report()], { asOf: minutes(-60) });
    expect(await outcomes([report()], { asOf: minutes(-30) })).toEqual([
      'OUTDATED SEQUENCE_OUTDATED reports.0.sequence',
    ]);
    expect(await outcomes([report()], { asOf: minutes(-60) })).toEqual(['UNCHANGED']);
    expect(await outcomes([report({ sequence: 2 })], { asOf: minutes(-30) })).toEqual(['UNCHANGED']);
    expect(await storedCount()).toBe(2);
  });

  it('is stored again when it did not change, and is fresh again', async () => {
    await publish([report()], { asOf: minutes(-60 * 30) });
    expect(await outcomes([report({ sequence: 2 })])).toEqual(['UNCHANGED']);
    expect(await storedCount()).toBe(2);
    const [result] = (await publish([report({ sequence: 2 })])).results;
    expect(result?.offer?.availability).toMatchObject({ available: 2, freshness: { state: 'FRESH' } });
    expect((await events()).map(({ kind }) => kind)).toEqual(['capacity.reported', 'capacity.confirmed']);
  });

  it('counts for a planner and a system apart, and of the same moment the higher number wins', async () => {
    expect(await outcomes([report({ sequence: 100 })])).toEqual(['ACCEPTED']);
    expect(await outcomes([report({ sequence: 1, available: 1 })], {}, planner)).toEqual([
      'OUTDATED AS_OF_OUTDATED asOf',
    ]);
    expect(await outcomes([report({ sequence: 1, available: 1 })], { asOf: minutes(1) }, planner)).toEqual([
      'ACCEPTED',
    ]);
    const rows: unknown = await database.db.query('select method, source from capacity_report order by as_of');
    expect(rows).toEqual([
      { method: 'MACHINE', source: 'provider-system' },
      { method: 'MANUAL', source: 'provider-planner' },
    ]);
  });

  it('may be less than what is held: the offer is then overcommitted', async () => {
    await database.write(
      [anOffer(0, { organisationId: own, holds: [aHold({ quantity: 3 })], reports: [aReport()] })],
      noon,
    );
    const [result] = (await publish([report({ status: 'NO_CAPACITY', available: 0, maximum: 2 })])).results;
    expect(result).toMatchObject({
      outcome: 'ACCEPTED',
      offer: { availability: { isOvercommitted: true, available: 0 } },
    });
  });

  it('answers those who heard otherwise before', async () => {
    await database.owner.query(
      `insert into dispute (offer_id, claim, disputed_at, disputed_by) select id, 'NOT_FREE', hub_now() - interval '1 hour', 'x'
       from offer where key = any($1)`,
      [[first, second]],
    );
    const asked = [report(), report({ offerKey: second })];
    const before = (await publish(asked, { asOf: minutes(-90) })).results;
    expect(before.map(({ offer }) => offer?.availability['isDisputed'])).toEqual([true, true]);
    const after = (await publish([report({ sequence: 2 })], { asOf: minutes(-30) })).results;
    expect(after.map(({ offer }) => offer?.availability['isDisputed'])).toEqual([false]);
  });
});

describe('all or nothing', () => {
  it.each<[string, object, string]>([
    ['is refused', { unit: 'FAMILY' }, 'REJECTED UNIT_DIFFERS reports.1.unit'],
    ['is overtaken', { sequence: 1 }, 'OUTDATED SEQUENCE_OUTDATED reports.1.sequence'],
  ])('stores nothing when one report %s, and says so of the others', async (_what, replaced, expected) => {
    await publish([report({ offerKey: second, sequence: 1 }), report({ offerKey: third, sequence: 1 })]);
    const asked = [
      report(),
      report({ offerKey: second, sequence: 2, available: 3, ...replaced }),
      report({ offerKey: third, sequence: 1 }),
    ];
    expect(await outcomes(asked, { isAtomic: true })).toEqual([
      'REJECTED OTHER_ROWS_REFUSED reports.0',
      expected,
      'UNCHANGED',
    ]);
    expect(await storedCount()).toBe(2);
    expect((await events()).length).toBe(1);
    expect((await outcomes(asked))[0]).toBe('ACCEPTED');
  });

  it('stores everything when nothing stands in the way', async () => {
    expect(await outcomes([report(), report({ offerKey: second })], { isAtomic: true })).toEqual([
      'ACCEPTED',
      'ACCEPTED',
    ]);
    expect(await storedCount()).toBe(2);
  });
});

describe('a rehearsal', () => {
  it('checks and answers everything and keeps nothing, not even its key', async () => {
    const asked = [report(), report({ offerKey: 'x' })];
    const key = { idempotencyKey: 'rehearsed', isRehearsal: true };
    const expected = ['ACCEPTED', 'REJECTED OFFER_KEY_UNKNOWN reports.1.offerKey'];
    expect(await outcomes(asked, key)).toEqual(expected);
    expect([await storedCount(), await events()]).toEqual([0, []]);
    expect(await outcomes(asked, { ...key, isRehearsal: false })).toEqual(expected);
    expect(await storedCount()).toBe(1);
  });
});

describe('a publication', () => {
  it.each([1, 500])('of %i reports costs the same statements', async (count) => {
    const reports = offers.slice(0, count).map(({ id }) => report({ offerKey: id }));
    const { results } = await publish(reports);
    expect(results.filter(({ outcome }) => outcome === 'ACCEPTED')).toHaveLength(count);
    expect(database.statements).toHaveLength(11);
    expect(await events()).toEqual([{ kind: 'capacity.reported', data: { offerIds: expect.any(Array) } }]);
  });

  it.each([0, 501])('of %i reports is refused', async (count) => {
    const reports = Array.from({ length: count }, (_, n) => report({ offerKey: String(n) }));
    expect(await publish(reports)).toEqual({ results: [], codes: ['TOO_MANY_ROWS'] });
  });

  it('of somebody without an organisation is refused', async () => {
    expect(await publish([report()], {}, callerAs('provider-system'))).toEqual({ results: [], codes: ['FORBIDDEN'] });
  });
});
