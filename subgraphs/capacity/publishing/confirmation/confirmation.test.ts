import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  openCapacityDesk,
  type CapacityDesk,
  broker,
  foreign,
  key,
  noon,
  offer,
  other,
  system,
} from '../../../../test/builders/desks/capacity-desk.js';
import { aHold, aReport } from '../../../../test/builders/rows/offer.js';
import type { WorldHold } from '../../../../test/oracle/world.js';

let desk: CapacityDesk;

beforeAll(async () => {
  desk = await openCapacityDesk();
});
beforeEach(async () => {
  await desk.database.setClock(noon);
  await desk.clearEvents();
});
afterAll(() => desk.close());

async function shown(n: number) {
  const { data } = await desk.ask(
    system,
    `query ($id: ID!) { offer(id: $id) { latestReport { status available sequence }
    availability { status available isDisputed freshness { state } } } }`,
    { id: key(n) },
  );
  return data?.['offer'] as { latestReport: unknown; availability: Record<string, unknown> };
}

/** Until a statement waits for the lock of another. */
async function untilWaiting(): Promise<void> {
  for (let count = 0; count === 0;) {
    const rows: { count: number }[] = await desk.database.owner.query(
      `select count(*)::integer as count from pg_stat_activity
       where datname = current_database() and wait_event_type = 'Lock'`,
    );
    count = rows[0]?.count ?? 0;
  }
}

describe('nothing changed', () => {
  const confirm = (input: object = {}, caller = system) =>
    desk.change(caller, 'confirmCapacity', input, 'confirmedCount skippedCount skipped { offerKey reason }');

  it('makes every figure of the organisation one of now, in one request', async () => {
    const old = aReport({ asOfHoursAgo: 30, receivedHoursAgo: 30 });
    await desk.database.write(
      [
        offer(1, { reports: [old] }),
        offer(2, { reports: [old] }),
        offer(3),
        offer(4, { organisationId: other, reports: [old] }),
      ],
      noon,
    );
    expect(await confirm()).toEqual({
      answer: { confirmedCount: 2, skippedCount: 1, skipped: [{ offerKey: key(3), reason: 'NEVER_REPORTED' }] },
      codes: [],
    });
    expect((await shown(1)).availability).toMatchObject({ available: 2, freshness: { state: 'FRESH' } });
    expect(await desk.database.db.query('select count(*)::integer as count from capacity_report')).toEqual([
      { count: 5 },
    ]);
    expect(await desk.kinds()).toEqual(['capacity.confirmed']);
  });

  const accepted = aHold({ createdHoursAgo: 3, acceptedHoursAgo: 2, expiresHoursAgo: -24 });
  it.each<[string, Partial<WorldHold>, number, number]>([
    ['promised since', accepted, 1, 1],
    ['promised before the figure', { ...accepted, acceptedHoursAgo: 40, createdHoursAgo: 41 }, 2, 2],
    ['promised and lapsed', { ...accepted, expiresHoursAgo: 1 }, 2, 2],
    ['taken since', { ...accepted, convertedHoursAgo: 1 }, 1, 1],
    ['asked for and not promised', aHold(), 2, 1],
  ])('takes off a place that was %s', async (_what, hold, reported, free) => {
    const reports = [aReport({ asOfHoursAgo: 30, receivedHoursAgo: 30 })];
    await desk.database.write([offer(1, { reports, holds: [aHold(hold)] })], noon);
    const before = await shown(1);
    expect(before.availability['available']).toBe(free);
    await confirm();
    expect(await shown(1)).toMatchObject({
      latestReport: { available: reported },
      availability: { available: free, freshness: { state: 'FRESH' } },
    });
  });

  it('says that nothing is free when all was promised', async () => {
    const reports = [aReport({ asOfHoursAgo: 5, receivedHoursAgo: 5 })];
    await desk.database.write([offer(1, { reports, holds: [aHold({ ...accepted, quantity: 2 })] })], noon);
    await confirm();
    expect((await shown(1)).latestReport).toMatchObject({ status: 'NO_CAPACITY', available: 0 });
  });

  it("leaves the sender's own numbers free, and follows a figure of a moment ahead", async () => {
    await desk.database.write([offer(1, { reports: [aReport({ asOfHoursAgo: -0.05, receivedHoursAgo: 0 })] })], noon);
    await confirm();
    const report = { offerKey: key(1), sequence: 1, status: 'HAS_CAPACITY', available: 1, maximum: 6, unit: 'PLACE' };
    await desk.database.setClock('2026-11-21T13:00:00Z');
    const published = await desk.change(
      system,
      'publishCapacity',
      { asOf: '2026-11-21T13:00:00Z', reports: [report] },
      'results { outcome }',
    );
    expect(published.answer).toEqual({ results: [{ outcome: 'ACCEPTED' }] });
  });

  it('passes over a disputed figure unless it is named, and tells which keys mean nothing', async () => {
    const reports = [aReport()];
    await desk.database.write([offer(1, { reports }), offer(2, { reports, retiredHoursAgo: 1 })], noon);
    await desk.change(broker, 'disputeCapacity', { offerId: key(1), claim: 'NOT_FREE' }, 'isReplay');
    await desk.database.setClock('2026-11-21T12:10:00Z');
    expect((await confirm()).answer).toMatchObject({
      confirmedCount: 0,
      skipped: [{ offerKey: key(1), reason: 'DISPUTED' }],
    });
    const named = await confirm({ offerKeys: [key(1), key(2), 'x', 'x'] });
    expect(named.answer).toEqual({
      confirmedCount: 1,
      skippedCount: 2,
      skipped: [
        { offerKey: key(2), reason: 'OFFER_KEY_RETIRED' },
        { offerKey: 'x', reason: 'OFFER_KEY_UNKNOWN' },
      ],
    });
    expect((await shown(1)).availability['isDisputed']).toBe(false);
    expect((await confirm({ offerKeys: [key(1), 'x\u0000'] })).codes).toEqual(['BAD_USER_INPUT']);
    expect((await confirm({ offerKeys: [] })).codes).toEqual(['TOO_MANY_ROWS']);
    expect((await confirm({ offerKeys: [key(1)] }, foreign)).answer).toMatchObject({
      confirmedCount: 0,
      skipped: [{ reason: 'OFFER_KEY_UNKNOWN' }],
    });
  });

  it('adopts what a broker heard by telephone only where it is named', async () => {
    const phoned = aReport({ method: 'PHONED', asOfHoursAgo: 1, receivedHoursAgo: 1, available: 3 });
    const before = aReport({ asOfHoursAgo: 5, receivedHoursAgo: 5 });
    await desk.database.write(
      [offer(1, { reports: [before, phoned] }), offer(2, { reports: [phoned, aReport()] })],
      noon,
    );
    expect((await confirm()).answer).toEqual({
      confirmedCount: 1,
      skippedCount: 1,
      skipped: [{ offerKey: key(1), reason: 'PHONED' }],
    });
    expect((await confirm({ offerKeys: [key(1)] })).answer).toMatchObject({ confirmedCount: 1, skippedCount: 0 });
    expect((await shown(1)).latestReport).toMatchObject({ available: 3, sequence: 1 });
  });

  it.each([
    ['all', {}, { confirmedCount: 0, skippedCount: 1 }],
    ['those named', { offerKeys: [key(1)] }, { confirmedCount: 1, skippedCount: 0 }],
  ])('answers nothing that was heard after it began: %s', async (_what, input, expected) => {
    await desk.database.write([offer(1, { reports: [aReport()] })], noon);
    const blocker = desk.database.owner.createQueryRunner();
    await blocker.startTransaction();
    await blocker.query('select from capacity.offer for no key update');
    const confirming = confirm(input);
    await untilWaiting();
    await desk.database.setClock('2026-11-21T12:00:01Z');
    await desk.change(broker, 'disputeCapacity', { offerId: key(1), claim: 'NOT_FREE' }, 'isReplay');
    await blocker.commitTransaction();
    await blocker.release();
    expect((await confirming).answer).toMatchObject(expected);
    expect((await shown(1)).availability['isDisputed']).toBe(true);
  });

  it('costs the same for five hundred offers as for one', async () => {
    const counts: number[] = [];
    for (const count of [1, 500]) {
      await desk.database.write(
        Array.from({ length: count }, (_, n) => offer(n, { reports: [aReport()] })),
        noon,
      );
      desk.database.statements.length = 0;
      expect((await confirm()).answer).toMatchObject({ confirmedCount: count });
      counts.push(desk.database.statements.length);
    }
    expect(counts).toEqual([12, 12]);
  });
});
