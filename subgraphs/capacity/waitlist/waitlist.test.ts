import { withCaller } from '../../../platform/database/with-caller.js';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Caller } from '../../../platform/identity/caller.js';
import { callerAs } from '../../../test/builders/callers.js';
import { idOf } from '../../../test/builders/rows/case.js';
import {
  brokerOfRegion,
  holdConfig,
  inServices,
  knowCases,
  otherProviderId,
  planner,
  refusalOf,
} from '../../../test/builders/rows/hold.js';
import { aReport } from '../../../test/builders/rows/offer.js';
import { explaining, timesRead, type Plan } from '../../../test/builders/databases/plan.js';
import {
  firstPage,
  full,
  offerId,
  openWaitlistScene,
  type WaitlistScene,
} from '../../../test/builders/scenes/waitlist-scene.js';
import { waitlistReadModel } from './waitlist.read-model.js';

describe('the waiting list of an offer', () => {
  let scene: WaitlistScene;

  beforeAll(async () => {
    scene = await openWaitlistScene();
  });
  beforeEach(() => scene.reset());
  afterAll(() => scene.capacity.close());

  it('is in fair order: crisis, urgent, regular, and within each who waits longest', async () => {
    await scene.join(1);
    await scene.wait(1);
    await scene.join(2);
    await scene.wait(2);
    await scene.join(3, { priority: 'URGENT' });
    await scene.wait(3);
    await scene.join(4, { priority: 'CRISIS' });
    const rows = await scene.list();
    expect(rows.map(({ caseId, position }) => [caseId, position])).toEqual([
      [idOf(4), 1],
      [idOf(3), 2],
      [idOf(1), 3],
      [idOf(2), 4],
    ]);
  });

  it('is for open cases of the caller, each once, of offers that are made', async () => {
    await scene.join(1);
    expect(await refusalOf(scene.join(1))).toBe('ALREADY_WAITING');
    expect(await refusalOf(scene.join(7))).toBe('NOT_FOUND');
    expect(await refusalOf(scene.join(8))).toBe('CASE_CLOSED');
    expect(await refusalOf(scene.join(2, { offerId: idOf(404) }))).toBe('NOT_FOUND');
    expect(await refusalOf(scene.join(2, { quantity: 0 }))).toBe('BAD_USER_INPUT');
    expect(await refusalOf(scene.join(2, {}, planner))).toBe('NOT_FOUND');
    await scene.free(2, 1);
    await scene.hold(3);
    expect(await refusalOf(scene.join(3))).toBe('ALREADY_HELD');
  });

  it('shows a provider who waits without the cases, a broker its own region, a competitor nothing', async () => {
    await scene.join(1);
    await scene.join(7, {}, { ...brokerOfRegion, region: 'region-2' });
    expect((await scene.list()).map(({ caseId }) => caseId)).toEqual([idOf(1)]);
    expect((await scene.list(planner)).map(({ caseId }) => caseId)).toEqual([null, null]);
    expect(await scene.list(callerAs('provider-planner', otherProviderId))).toEqual([]);
    expect(await scene.list(callerAs('ret-member'))).toEqual([]);
  });

  it('goes with a case to another region, and so do its holds', async () => {
    await scene.free(1, 1);
    await scene.join(1);
    await scene.join(2);
    await knowCases(scene.capacity.owner, 2, { 1: { region: 'region-2' }, 2: { region: 'region-2' } });
    const there = { ...brokerOfRegion, region: 'region-2' };
    expect(await scene.list()).toEqual([]);
    expect((await scene.list(there)).map(({ caseId }) => caseId).sort()).toEqual([idOf(1), idOf(2)]);
    const holdId = await scene.holdOf(1);
    const release = (caller: Caller) => inServices(scene.capacity.db, ({ holds }) => holds.release(caller, holdId));
    expect(await refusalOf(release(brokerOfRegion))).toBe('NOT_FOUND');
    await scene.capacity.owner.query('delete from outbox');
    await release(there);
    const told = await scene.capacity.owner.query<{ region: string }[]>('select distinct region from outbox');
    expect(told).toEqual([{ region: 'region-2' }]);
  });

  it('is not for more than the offer has in all', async () => {
    await expect(scene.join(1, { quantity: 7 })).rejects.toMatchObject({
      code: 'BAD_USER_INPUT',
      parameters: { field: 'quantity', expected: '1–6' },
    });
    await scene.join(1, { quantity: 6 });
    expect(await scene.stand()).toEqual(['1:WAITING']);
  });

  it('is left by who waits, not by who was offered a place, nor by others', async () => {
    const entry = await scene.join(1);
    expect(await refusalOf(scene.leave(entry, { ...brokerOfRegion, region: 'region-2' }))).toBe('NOT_FOUND');
    expect(await refusalOf(scene.leave(entry, planner))).toBe('FORBIDDEN');
    expect(await refusalOf(scene.leave('x'))).toBe('NOT_FOUND');
    await scene.leave(entry);
    expect(await scene.stand()).toEqual(['1:LEFT']);
    expect(await refusalOf(scene.leave(entry))).toBe('STATE_CONFLICT');
    await scene.join(1);
    await scene.free(1, 1);
    await scene.sweep();
    const [offered] = await scene.list();
    expect(await refusalOf(scene.leave(offered?.id ?? ''))).toBe('STATE_CONFLICT');
  });

  it('is left by a case that is closed, and empties when the offer is made no longer', async () => {
    await scene.join(1);
    await scene.join(2);
    await knowCases(scene.capacity.owner, 8, { 1: { status: 'CLOSED' } });
    await scene.sweep();
    expect((await scene.stand()).sort()).toEqual(['1:LEFT', '2:WAITING']);
    await scene.capacity.owner.query('update offer set retired_at = hub_now()');
    await scene.sweep();
    expect((await scene.stand()).sort()).toEqual(['1:LEFT', '2:LEFT']);
    const kinds = await scene.capacity.owner.query<{ kind: string }[]>(
      `select kind from outbox where kind = 'waitlist.left'`,
    );
    expect(kinds).toHaveLength(2);
  });

  it('tells how long it may take: as the provider says, or by how often care started here', async () => {
    await scene.join(1);
    expect((await scene.list())[0]?.estimateDays).toBeNull();
    await scene.write(aReport({ ...full, waitEstimateDays: 40 }));
    await scene.join(1);
    expect((await scene.list())[0]?.estimateDays).toBe(40);
    await scene.write(aReport(full));
    await scene.join(1, { quantity: 2 });
    await scene.capacity.owner.query(
      `insert into hold (offer_id, quantity, answer_due_at, created_at, accepted_at, expires_at, converted_at)
       select $1, 3, at + interval '1 day', at, at, at + interval '3 days', at from (select hub_now() - interval '30 days' as at) month_ago`,
      [offerId],
    );
    expect((await scene.list())[0]?.estimateDays).toBe(120);
  });

  it('costs no more statements for many than for one', async () => {
    for (const n of [1, 2, 3, 4, 5]) await scene.join(n);
    scene.capacity.statements.length = 0;
    await scene.list();
    expect(scene.capacity.statements.filter((sql) => sql.includes('waitlist_entry'))).toHaveLength(1);
  });

  it('looks up an offer once and reads its list once, however many wait', async () => {
    await knowCases(scene.capacity.owner, 1_000);
    await scene.capacity.owner.query(
      `with joined as (
         insert into waitlist_case (entry_id, offer_id, case_id, region, placed_by)
         select gen_random_uuid(), $1, id, region, 'test' from case_projection returning entry_id)
       insert into waitlist_entry (id, offer_id, quantity, priority) select entry_id, $1, 1, 'REGULAR' from joined`,
      [offerId],
    );
    const plans: Plan[] = [];
    const rows = await withCaller(scene.capacity.db, brokerOfRegion, (tx) =>
      waitlistReadModel(explaining(tx, plans), holdConfig.freshness).findPageOfOffer(
        brokerOfRegion,
        offerId,
        firstPage,
      ),
    );
    expect(rows.map(({ position }) => position)).toEqual(Array.from({ length: 21 }, (_, index) => index + 1));
    expect(timesRead(plans, 'capacity_report')).toBeLessThanOrEqual(1);
    expect(timesRead(plans, 'waitlist_entry')).toBeLessThanOrEqual(2);
  });
});
