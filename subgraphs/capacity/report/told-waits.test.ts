import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { openCapacityDatabase, type CapacityDatabase } from '../../../test/builders/databases/capacity-database.js';
import { anOffer } from '../../../test/builders/rows/offer.js';

const noon = '2026-11-21T12:00:00Z';
const offers = [anOffer(1), anOffer(2)];
let capacity: CapacityDatabase;
beforeAll(async () => {
  capacity = await openCapacityDatabase();
});
afterAll(() => capacity.close());
beforeEach(() => capacity.write(offers, noon));

/** A report of an offer: its hour, its place among those of the sender, and what it tells of waiting. */
interface Told {
  readonly offer: number;
  readonly hour: number;
  readonly days: number | null;
  readonly waiting: number | null;
}

const toldBy = fc.record({
  offer: fc.nat(1),
  hour: fc.integer({ min: 1, max: 12 }),
  days: fc.option(fc.constantFrom(0, 7, 30)),
  waiting: fc.option(fc.nat(1)),
});
/** What is sent in one request, or which of the reports so far is taken back. */
const steps = fc.array(
  fc.oneof({ weight: 4, arbitrary: fc.array(toldBy, { minLength: 1, maxLength: 3 }) }, fc.nat(30)),
  {
    minLength: 1,
    maxLength: 8,
  },
);

let sequence = 0;
async function send(reports: readonly Told[]): Promise<void> {
  const rows = reports.map(({ offer, hour, days, waiting }) => ({
    ...{ offer_id: offers[offer]?.id, sequence: (sequence += 1), as_of: new Date(Date.parse(noon) + hour * 3_600_000) },
    ...{ wait_estimate_days: days, waitlist_count: waiting },
  }));
  await capacity.db.query(
    `insert into capacity_report (offer_id, sequence, as_of, received_at, source, method, status, available, maximum, unit, wait_estimate_days, waitlist_count)
     select offer_id, sequence, as_of, now(), 'test', 'MACHINE', 'NO_CAPACITY', 0, 5, 'PLACE', wait_estimate_days, waitlist_count
     from jsonb_to_recordset($1) as r (offer_id uuid, sequence bigint, as_of timestamptz, wait_estimate_days integer, waitlist_count integer)`,
    [JSON.stringify(rows)],
  );
}

const withdraw = (place: number): Promise<unknown> =>
  capacity.db.query(
    `update capacity_report set withdrawn_at = now() where id = (select id from capacity_report where withdrawn_at is null order by sequence offset $1 limit 1)`,
    [place],
  );

/** What held just after each hour: as the newest report by then says, and as it is kept. */
async function atEveryHour(from: string): Promise<unknown[]> {
  return capacity.db.query(
    `select o.id, hour, w.days, w.waiting from offer o cross join generate_series(0, 13) hour
     cross join lateral (select $1::timestamptz + make_interval(hours => hour, mins => 30) as until) m
     cross join lateral (${from}) w
     where coalesce(w.days, w.waiting) is not null order by 1, 2`,
    [noon],
  );
}
const newest = `select wait_estimate_days as days, waitlist_count as waiting from capacity_report r
  where r.offer_id = o.id and r.withdrawn_at is null and r.as_of < until order by as_of desc, sequence desc, received_at desc limit 1`;
const kept = `select wait_estimate_days as days, waitlist_count as waiting from told_wait w
  where w.offer_id = o.id and w.from_at < until and w.until_at >= until`;

describe('what providers told of waiting', () => {
  it('is kept as the newest report tells it, at any moment, whatever came late or was taken back', async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (all) => {
        await capacity.write(offers, noon);
        for (const step of all) await (typeof step === 'number' ? withdraw(step) : send(step));
        expect(await atEveryHour(kept)).toEqual(await atEveryHour(newest));
      }),
      { numRuns: 60 },
    );
  });

  it('takes one row however often it is said again', async () => {
    for (const hour of [1, 2, 3, 4]) await send([{ offer: 0, hour, days: 30, waiting: 2 }]);
    await send([{ offer: 0, hour: 5, days: null, waiting: null }]);
    const rows = await capacity.db.query<unknown[]>('select from_at, until_at from told_wait');
    const at = (hour: number): Date => new Date(Date.parse(noon) + hour * 3_600_000);
    expect(rows).toEqual([{ from_at: at(1), until_at: at(5) }]);
  });

  it('goes with reports that are removed', async () => {
    await send([{ offer: 0, hour: 1, days: 30, waiting: 2 }]);
    await send([{ offer: 0, hour: 2, days: 7, waiting: 2 }]);
    await capacity.owner.query('delete from capacity_report where wait_estimate_days = 7');
    expect(await capacity.db.query('select wait_estimate_days as days, until_at from told_wait')).toEqual([
      { days: 30, until_at: Infinity },
    ]);
    await capacity.owner.query('delete from capacity_report');
    expect(await capacity.db.query('select from told_wait')).toEqual([]);
  });

  it('is written by reports alone', async () => {
    await send([{ offer: 0, hour: 1, days: 30, waiting: 2 }]);
    for (const sql of ['update told_wait set wait_estimate_days = 0', 'delete from told_wait'])
      await expect(capacity.db.query(sql)).rejects.toThrow('permission denied');
  });
});
