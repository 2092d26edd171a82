import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Caller } from '../../../platform/caller.js';
import { callerAs } from '../../../test/builders/callers.js';
import { openCapacityDatabase, type CapacityDatabase } from '../../../test/builders/capacity-database.js';
import { idOf } from '../../../test/builders/case.js';
import {
  aPlace,
  brokerOfRegion,
  holdConfig,
  inServices,
  knowCases,
  otherProviderId,
  planner,
  refusalOf,
} from '../../../test/builders/hold.js';
import { anOffer, aReport } from '../../../test/builders/offer.js';
import { explaining, timesRead, type Plan } from '../../../test/builders/plan.js';
import type { WorldReport } from '../../../test/oracle/world.js';
import { sweepHolds } from '../hold/sweep.js';
import { waitlistReadModel, type WaitlistRow } from './waitlist.read-model.js';
import type { JoinAsked } from './waitlist.service.js';

const at = '2026-11-21T12:00:00Z';
const hoursLater = (hours: number): string => new Date(Date.parse(at) + hours * 3_600_000).toISOString();
const offerId = anOffer(1).id;
const full: Partial<WorldReport> = { status: 'NO_CAPACITY', available: 0, method: 'MANUAL' };
const page = { first: 20, limit: 21, after: null };

describe('the waiting list of an offer', () => {
  let capacity: CapacityDatabase;

  beforeAll(async () => {
    capacity = await openCapacityDatabase();
  });
  beforeEach(async () => {
    await capacity.setClock(at);
    await capacity.owner.query('delete from outbox');
    await write(aReport(full));
    await knowCases(capacity.owner, 8, { 7: { region: 'region-2' }, 8: { status: 'CLOSED' } });
  });
  afterAll(() => capacity.close());

  const write = (...reports: WorldReport[]) => capacity.write([anOffer(1, { reports })], at);
  const join = (n: number, other: Partial<JoinAsked> = {}, caller = brokerOfRegion): Promise<string> =>
    inServices(capacity.db, ({ waiting }) =>
      waiting.join(caller, { caseId: idOf(n), offerId, quantity: 1, priority: 'REGULAR', ...other }),
    );
  const leave = (entryId: string, caller = brokerOfRegion) =>
    inServices(capacity.db, ({ waiting }) => waiting.leave(caller, entryId));
  const hold = (n: number, quantity = 1) =>
    inServices(capacity.db, ({ placing }) => placing.hold(brokerOfRegion, [aPlace(offerId, n, { quantity })]));
  const list = (caller: Caller = brokerOfRegion): Promise<WaitlistRow[]> =>
    inServices(capacity.db, ({ waitlists }) => waitlists.findPageOfOffer(caller, offerId, page));
  /** Case number and state of each entry in fair order, as 3:WAITING. */
  const stand = async (): Promise<string[]> =>
    (
      await capacity.db.query<{ text: string }[]>(
        `select ltrim(right(case_id::text, 4), '0') || ':' || state as text from waitlist_entry
       order by array_position('{CRISIS,URGENT,REGULAR}'::text[], priority), since, id`,
      )
    ).map(({ text }) => text);
  const passings = async (): Promise<string[]> =>
    (
      await capacity.db.query<{ text: string }[]>(
        `select ltrim(right(e.case_id::text, 4), '0') || ':' || p.reason as text
       from waitlist_passing p join waitlist_entry e on e.id = p.entry_id order by p.passed_at, text`,
      )
    ).map(({ text }) => text);
  const holdOf = async (n: number): Promise<string> =>
    (
      await capacity.db.query<{ id: string }[]>(
        `select id from hold where case_id = $1 and hold_state(hold, hub_now()) in ('REQUESTED','ACTIVE')`,
        [idOf(n)],
      )
    )[0]?.id ?? '';
  /** The provider reports so many free, so many hours later than at the start. */
  const free = async (available: number, hours: number): Promise<void> => {
    await capacity.setClock(hoursLater(hours));
    await capacity.owner.query(
      `insert into capacity_report (offer_id, sequence, as_of, source, method, status, available, maximum, unit)
       values ($1, $2, hub_now(), 'provider', 'MANUAL', $3, $4, 6, 'PLACE')`,
      [offerId, hours + 10, available > 0 ? 'HAS_CAPACITY' : 'NO_CAPACITY', available],
    );
  };
  const wait = (minutes: number) => capacity.setClock(hoursLater(minutes / 60));
  const sweep = () => sweepHolds(capacity.db, holdConfig);
  const refuse = async (n: number) =>
    inServices(capacity.db, async ({ holds }) =>
      holds.refuse(planner, await holdOf(n), { code: 'GROUP_MIX', note: null }),
    );

  it('is in fair order: crisis, urgent, regular, and within each who waits longest', async () => {
    await join(1);
    await wait(1);
    await join(2);
    await wait(2);
    await join(3, { priority: 'URGENT' });
    await wait(3);
    await join(4, { priority: 'CRISIS' });
    const rows = await list();
    expect(rows.map(({ caseId, position }) => [caseId, position])).toEqual([
      [idOf(4), 1],
      [idOf(3), 2],
      [idOf(1), 3],
      [idOf(2), 4],
    ]);
  });

  it('is for open cases of the caller, each once, of offers that are made', async () => {
    await join(1);
    expect(await refusalOf(join(1))).toBe('ALREADY_WAITING');
    expect(await refusalOf(join(7))).toBe('NOT_FOUND');
    expect(await refusalOf(join(8))).toBe('CASE_CLOSED');
    expect(await refusalOf(join(2, { offerId: idOf(404) }))).toBe('NOT_FOUND');
    expect(await refusalOf(join(2, { quantity: 0 }))).toBe('BAD_USER_INPUT');
    expect(await refusalOf(join(2, {}, planner))).toBe('NOT_FOUND');
    await free(2, 1);
    await hold(3);
    expect(await refusalOf(join(3))).toBe('ALREADY_HELD');
  });

  it('shows a provider who waits without the cases, a broker its own region, a competitor nothing', async () => {
    await join(1);
    await join(7, {}, { ...brokerOfRegion, region: 'region-2' });
    expect((await list()).map(({ caseId }) => caseId)).toEqual([idOf(1)]);
    expect((await list(planner)).map(({ caseId }) => caseId)).toEqual([null, null]);
    expect(await list(callerAs('provider-planner', otherProviderId))).toEqual([]);
    expect(await list(callerAs('ret-member'))).toEqual([]);
  });

  it('offers what is free at once to who joins when nobody waits', async () => {
    await free(1, 1);
    await join(1);
    expect(await stand()).toEqual(['1:OFFERED']);
    await wait(61);
    await join(2);
    expect(await stand()).toEqual(['1:OFFERED', '2:WAITING']);
  });

  it('lets nobody new jump a case that waits and fits', async () => {
    await join(1);
    await free(2, 1);
    await hold(2);
    expect(await stand()).toEqual(['1:OFFERED']);
    expect(await refusalOf(hold(3))).toBe('NO_PLACE_LEFT');
    await free(0, 2);
    await join(4);
    await free(1, 3);
    expect(await refusalOf(hold(5))).toBe('NO_PLACE_LEFT');
  });

  it('gives a case that comes for its turn the hold of its turn', async () => {
    await join(1);
    await free(1, 1);
    const [holdId] = await hold(1);
    expect(holdId).toBe(await holdOf(1));
    expect(await stand()).toEqual(['1:OFFERED']);
  });

  it('gives it as much as it comes for, more or less than it waited for', async () => {
    await join(1, { quantity: 2 });
    await wait(1);
    await join(2);
    await free(3, 1);
    const [holdId] = await hold(1);
    expect(holdId).toBe(await holdOf(1));
    expect(await stand()).toEqual(['1:OFFERED', '2:OFFERED']);
    const held = 'select quantity from hold order by quantity';
    expect(await capacity.db.query(held)).toEqual([{ quantity: 1 }, { quantity: 1 }]);
    await join(3);
    expect(await refusalOf(hold(3, 2))).toBe('NO_PLACE_LEFT');
    expect(await stand()).toEqual(['1:OFFERED', '2:OFFERED', '3:OFFERED']);
  });

  it('goes with a case to another region, and so do its holds', async () => {
    await free(1, 1);
    await join(1);
    await join(2);
    await knowCases(capacity.owner, 2, { 1: { region: 'region-2' }, 2: { region: 'region-2' } });
    const there = { ...brokerOfRegion, region: 'region-2' };
    expect(await list()).toEqual([]);
    expect((await list(there)).map(({ caseId }) => caseId).sort()).toEqual([idOf(1), idOf(2)]);
    const holdId = await holdOf(1);
    const release = (caller: Caller) => inServices(capacity.db, ({ holds }) => holds.release(caller, holdId));
    expect(await refusalOf(release(brokerOfRegion))).toBe('NOT_FOUND');
    await capacity.owner.query('delete from outbox');
    await release(there);
    const told = await capacity.db.query<{ region: string }[]>('select distinct region from outbox');
    expect(told).toEqual([{ region: 'region-2' }]);
  });

  it('keeps with who asks for more that somebody else went first', async () => {
    await join(1, { quantity: 3 });
    await wait(1);
    await join(2);
    await free(2, 1);
    expect(await sweep()).toEqual({ expired: 0, offered: 1 });
    expect(await stand()).toEqual(['1:WAITING', '2:OFFERED']);
    expect(await passings()).toEqual(['1:TOO_LARGE']);
    await hold(3);
    expect(await passings()).toEqual(['1:TOO_LARGE']);
    await free(1, 26);
    await hold(4);
    const [first] = await list();
    expect(first?.passings.map(({ reason }) => reason)).toEqual(['TOO_LARGE', 'TOO_LARGE']);
  });

  it('says that more was asked than was left only of who asked for more than was left', async () => {
    await join(1, { quantity: 2 });
    await write(aReport());
    await hold(1, 1);
    await capacity.owner.query(
      `insert into waitlist_entry (offer_id, case_id, quantity, priority, region, placed_by) values ($1, $2, 2, 'REGULAR', 'flevoland', 'test')`,
      [offerId, idOf(1)],
    );
    await hold(2);
    expect(await passings()).toEqual([]);
  });

  it('is not for more than the offer has in all', async () => {
    await expect(join(1, { quantity: 7 })).rejects.toMatchObject({
      code: 'BAD_USER_INPUT',
      parameters: { field: 'quantity', expected: '1–6' },
    });
    await join(1, { quantity: 6 });
    expect(await stand()).toEqual(['1:WAITING']);
  });

  it('offers what comes free by a report to the next, in the name of who put it on the list', async () => {
    await join(1);
    await free(1, 1);
    expect(await sweep()).toEqual({ expired: 0, offered: 1 });
    expect(await capacity.db.query('select placed_by, region, hold_state(hold, hub_now()) as state from hold')).toEqual(
      [{ placed_by: 'care-broker', region: 'flevoland', state: 'REQUESTED' }],
    );
    const kinds = await capacity.db.query<{ kind: string }[]>('select kind from outbox order by id desc limit 2');
    expect(kinds.map(({ kind }) => kind).sort()).toEqual(['hold.requested', 'waitlist.offered']);
    expect(await sweep()).toEqual({ expired: 0, offered: 0 });
  });

  it('offers what the provider refuses one case to the next, and rests the first for a week', async () => {
    await join(1);
    await wait(1);
    await join(2);
    await free(1, 1);
    await sweep();
    await refuse(1);
    expect(await stand()).toEqual(['1:WAITING', '2:OFFERED']);
    expect(await passings()).toEqual(['1:GROUP_MIX']);
    await refuse(2);
    expect(await stand()).toEqual(['1:WAITING', '2:WAITING']);
    expect(await sweep()).toEqual({ expired: 0, offered: 0 });
    await hold(3);
    await free(1, 2);
    await free(1, 169);
    expect(await sweep()).toMatchObject({ offered: 1 });
    expect(await stand()).toEqual(['1:OFFERED', '2:WAITING']);
  });

  it('passes over who got no answer, and the next is offered in the same sweep', async () => {
    await join(1);
    await wait(1);
    await join(2);
    await free(1, 1);
    await sweep();
    await capacity.setClock(hoursLater(26));
    expect(await sweep()).toEqual({ expired: 1, offered: 1 });
    expect(await stand()).toEqual(['1:WAITING', '2:OFFERED']);
    expect(await passings()).toEqual(['1:NO_ANSWER']);
  });

  it('ends with a place, or with a no of the case itself, or with a yes that nobody used', async () => {
    await join(1);
    await join(2);
    await join(3);
    await free(3, 1);
    await sweep();
    await inServices(capacity.db, async ({ holds }) => {
      await holds.accept(planner, await holdOf(1));
      await holds.convert(brokerOfRegion, await holdOf(1));
      await holds.release(brokerOfRegion, await holdOf(2));
      await holds.accept(planner, await holdOf(3));
    });
    expect((await stand()).sort()).toEqual(['1:PLACED', '2:DECLINED', '3:OFFERED']);
    await capacity.setClock(hoursLater(74));
    await sweep();
    expect((await stand()).sort()).toEqual(['1:PLACED', '2:DECLINED', '3:DECLINED']);
    expect(await passings()).toEqual([]);
  });

  it('is left by who waits, not by who was offered a place, nor by others', async () => {
    const entry = await join(1);
    expect(await refusalOf(leave(entry, { ...brokerOfRegion, region: 'region-2' }))).toBe('NOT_FOUND');
    expect(await refusalOf(leave(entry, planner))).toBe('FORBIDDEN');
    expect(await refusalOf(leave('x'))).toBe('NOT_FOUND');
    await leave(entry);
    expect(await stand()).toEqual(['1:LEFT']);
    expect(await refusalOf(leave(entry))).toBe('STATE_CONFLICT');
    await join(1);
    await free(1, 1);
    await sweep();
    const [offered] = await list();
    expect(await refusalOf(leave(offered?.id ?? ''))).toBe('STATE_CONFLICT');
  });

  it('is left by a case that is closed, and empties when the offer is made no longer', async () => {
    await join(1);
    await join(2);
    await knowCases(capacity.owner, 8, { 1: { status: 'CLOSED' } });
    await sweep();
    expect((await stand()).sort()).toEqual(['1:LEFT', '2:WAITING']);
    await capacity.owner.query('update offer set retired_at = hub_now()');
    await sweep();
    expect((await stand()).sort()).toEqual(['1:LEFT', '2:LEFT']);
    const kinds = await capacity.db.query<{ kind: string }[]>(`select kind from outbox where kind = 'waitlist.left'`);
    expect(kinds).toHaveLength(2);
  });

  it('tells how long it may take: as the provider says, or by how often care started here', async () => {
    await join(1);
    expect((await list())[0]?.estimateDays).toBeNull();
    await write(aReport({ ...full, waitEstimateDays: 40 }));
    await join(1);
    expect((await list())[0]?.estimateDays).toBe(40);
    await write(aReport(full));
    await join(1, { quantity: 2 });
    await capacity.owner.query(
      `insert into hold (offer_id, quantity, answer_due_at, created_at, accepted_at, expires_at, converted_at)
       select $1, 3, at + interval '1 day', at, at, at + interval '3 days', at from (select hub_now() - interval '30 days' as at) month_ago`,
      [offerId],
    );
    expect((await list())[0]?.estimateDays).toBe(120);
  });

  it('costs no more statements for many than for one', async () => {
    for (const n of [1, 2, 3, 4, 5]) await join(n);
    capacity.statements.length = 0;
    await list();
    expect(capacity.statements.filter((sql) => sql.includes('waitlist_entry'))).toHaveLength(1);
  });

  it('looks up an offer once and reads its list once, however many wait', async () => {
    await knowCases(capacity.owner, 1_000);
    await capacity.owner.query(
      `insert into waitlist_entry (offer_id, case_id, quantity, priority, region, placed_by)
       select $1, id, 1, 'REGULAR', region, 'test' from case_projection`,
      [offerId],
    );
    const plans: Plan[] = [];
    const readModel = waitlistReadModel(explaining(capacity.db.manager, plans), holdConfig.freshness);
    const rows = await readModel.findPageOfOffer(brokerOfRegion, offerId, page);
    expect(rows.map(({ position }) => position)).toEqual(Array.from({ length: 21 }, (_, index) => index + 1));
    expect(timesRead(plans, 'capacity_report')).toBeLessThanOrEqual(1);
    expect(timesRead(plans, 'waitlist_entry')).toBeLessThanOrEqual(2);
  });
});
