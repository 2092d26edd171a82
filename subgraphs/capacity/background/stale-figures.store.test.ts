import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { anOffer, aReport } from '../../../test/builders/rows/offer.js';
import { openCapacityDatabase, type CapacityDatabase } from '../../../test/builders/databases/capacity-database.js';
import type { WorldReport } from '../../../test/oracle/world.js';
import { defaultFreshnessTerms, termTable } from '../availability/freshness.rules.js';
import { tellOfStaleFigures } from './stale-figures.store.js';

const noon = Date.parse('2026-11-21T12:00:00Z');
const hours = (count: number): string => new Date(noon + count * 3_600_000).toISOString();
const terms = termTable(defaultFreshnessTerms);
const organisation = (n: number): string => `20000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

let database: CapacityDatabase;

beforeAll(async () => {
  database = await openCapacityDatabase();
});

beforeEach(async () => {
  await database.owner.query('truncate outbox cascade');
  await database.owner.query('update figure_watch set checked_until = $1', [hours(0)]);
});

afterAll(() => database.close());

/** One offer for each list of reports, two of every three of the first organisation; the clock stands at noon. */
async function write(...reports: WorldReport[][]): Promise<string[]> {
  const offers = reports.map((list, n) =>
    anOffer(n, { organisationId: organisation(n % 3 === 2 ? 2 : 1), reports: list }),
  );
  await database.setClock(hours(0));
  await database.write(offers, hours(0));
  return offers.map(({ id }) => id);
}

async function toldAt(time: string): Promise<unknown[]> {
  await database.setClock(time);
  await tellOfStaleFigures(database.background, terms);
  const rows = await database.owner.query<{ organisation_id: string; data: { offerIds: string[] } }[]>(
    `select organisation_id, data from outbox where kind = 'figure.stale' order by id`,
  );
  return rows.map(({ organisation_id, data }) => [organisation_id, data.offerIds]);
}

describe('the provider is told that a figure went stale', () => {
  it('once, in one event for all its offers', async () => {
    const old = aReport({ asOfHoursAgo: 71, receivedHoursAgo: 71 });
    const [first, second, other] = await write([old], [old], [old]);
    expect(await toldAt(hours(0.9))).toEqual([]);
    const told = [
      [organisation(1), [first, second]],
      [organisation(2), [other]],
    ];
    expect(await toldAt(hours(1))).toEqual(told);
    expect(await toldAt(hours(1))).toEqual(told);
    expect(await toldAt(hours(500))).toEqual(told);
  });

  it('after the term of its method', async () => {
    const [phoned] = await write([aReport({ method: 'PHONED', asOfHoursAgo: 100, receivedHoursAgo: 100 })]);
    expect(await toldAt(hours(67))).toEqual([]);
    expect(await toldAt(hours(68))).toEqual([[organisation(1), [phoned]]]);
  });

  it('also when nobody watched at the time', async () => {
    const [offer] = await write([aReport()]);
    expect(await toldAt(hours(24 * 30))).toEqual([[organisation(1), [offer]]]);
  });

  it('only when no newer figure was given', async () => {
    await write([aReport({ asOfHoursAgo: 70, receivedHoursAgo: 70 }), aReport()]);
    expect(await toldAt(hours(10))).toEqual([]);
  });

  it('not of a report that was taken back, nor of one without a figure', async () => {
    const old = aReport({ asOfHoursAgo: 71, receivedHoursAgo: 71 });
    await write([{ ...old, withdrawnHoursAgo: 1 }], [{ ...old, status: 'UNKNOWN', available: 0 }]);
    expect(await toldAt(hours(2))).toEqual([]);
  });

  it('that came in past its term, or is the newest again because a report was taken back', async () => {
    const old = aReport({ asOfHoursAgo: 200, receivedHoursAgo: 200 });
    const [offer] = await write([old], [aReport({ asOfHoursAgo: 10, receivedHoursAgo: 10 })]);
    expect(await toldAt(hours(0.01))).toEqual([]);
    const take = (text: string): Promise<unknown> => database.owner.query(text, [offer]);
    await take(
      `insert into capacity.capacity_report (offer_id, sequence, as_of, received_at, source, method, status, available, maximum, unit)
       select offer_id, 2, as_of + interval '1 hour', hub_now(), source, method, status, available, maximum, unit
       from capacity.capacity_report where offer_id = $1`,
    );
    const once = [[organisation(1), [offer]]];
    expect(await toldAt(hours(0.011))).toEqual(once);
    expect(await toldAt(hours(0.012))).toEqual(once);
    await database.setClock(hours(0.02));
    await take('update capacity.capacity_report set withdrawn_at = hub_now() where offer_id = $1 and sequence = 2');
    // a round that began before the change was committed
    await database.owner.query('update capacity.figure_watch set checked_until = hub_now()');
    expect(await toldAt(hours(0.021))).toEqual([...once, ...once]);
    expect(await toldAt(hours(0.022))).toEqual([...once, ...once]);
    expect(await toldAt(hours(1))).toEqual([...once, ...once]);
  });

  it('by one of several that watch at once', async () => {
    await write([aReport({ asOfHoursAgo: 71, receivedHoursAgo: 71 })]);
    await database.setClock(hours(2));
    await Promise.all([tellOfStaleFigures(database.background, terms), tellOfStaleFigures(database.background, terms)]);
    expect(await toldAt(hours(3))).toHaveLength(1);
  });
});
