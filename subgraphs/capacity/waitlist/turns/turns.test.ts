import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { idOf } from '../../../../test/builders/rows/case.js';
import { brokerOfRegion, inServices, planner, refusalOf } from '../../../../test/builders/rows/hold.js';
import { aReport } from '../../../../test/builders/rows/offer.js';
import {
  hoursLater,
  offerId,
  openWaitlistScene,
  type WaitlistScene,
} from '../../../../test/builders/scenes/waitlist-scene.js';

describe('the turns of a waiting list', () => {
  let scene: WaitlistScene;

  beforeAll(async () => {
    scene = await openWaitlistScene();
  });
  beforeEach(() => scene.reset());
  afterAll(() => scene.capacity.close());

  it('offers what is free at once to who joins when nobody waits', async () => {
    await scene.free(1, 1);
    await scene.join(1);
    expect(await scene.stand()).toEqual(['1:OFFERED']);
    await scene.wait(61);
    await scene.join(2);
    expect(await scene.stand()).toEqual(['1:OFFERED', '2:WAITING']);
  });

  it('lets nobody new jump a case that waits and fits', async () => {
    await scene.join(1);
    await scene.free(2, 1);
    await scene.hold(2);
    expect(await scene.stand()).toEqual(['1:OFFERED']);
    expect(await refusalOf(scene.hold(3))).toBe('NO_PLACE_LEFT');
    await scene.free(0, 2);
    await scene.join(4);
    await scene.free(1, 3);
    expect(await refusalOf(scene.hold(5))).toBe('NO_PLACE_LEFT');
  });

  it('gives a case that comes for its turn the hold of its turn', async () => {
    await scene.join(1);
    await scene.free(1, 1);
    const [holdId] = await scene.hold(1);
    expect(holdId).toBe(await scene.holdOf(1));
    expect(await scene.stand()).toEqual(['1:OFFERED']);
  });

  it('gives it as much as it comes for, more or less than it waited for', async () => {
    await scene.join(1, { quantity: 2 });
    await scene.wait(1);
    await scene.join(2);
    await scene.free(3, 1);
    const [holdId] = await scene.hold(1);
    expect(holdId).toBe(await scene.holdOf(1));
    expect(await scene.stand()).toEqual(['1:OFFERED', '2:OFFERED']);
    const held = 'select quantity from hold order by quantity';
    expect(await scene.capacity.db.query(held)).toEqual([{ quantity: 1 }, { quantity: 1 }]);
    await scene.join(3);
    expect(await refusalOf(scene.hold(3, 2))).toBe('NO_PLACE_LEFT');
    expect(await scene.stand()).toEqual(['1:OFFERED', '2:OFFERED', '3:OFFERED']);
  });

  it('keeps with who asks for more that somebody else went first', async () => {
    await scene.join(1, { quantity: 3 });
    await scene.wait(1);
    await scene.join(2);
    await scene.free(2, 1);
    expect(await scene.sweep()).toEqual({ expired: 0, offered: 1 });
    expect(await scene.stand()).toEqual(['1:WAITING', '2:OFFERED']);
    expect(await scene.passings()).toEqual(['1:TOO_LARGE']);
    await scene.hold(3);
    expect(await scene.passings()).toEqual(['1:TOO_LARGE']);
    await scene.free(1, 26);
    await scene.hold(4);
    const [first] = await scene.list();
    expect(first?.passings.map(({ reason }) => reason)).toEqual(['TOO_LARGE', 'TOO_LARGE']);
  });

  it('says that more was asked than was left only of who asked for more than was left', async () => {
    await scene.join(1, { quantity: 2 });
    await scene.write(aReport());
    await scene.hold(1, 1);
    await scene.capacity.owner.query(
      `with joined as (
         insert into waitlist_case (entry_id, offer_id, case_id, region, placed_by)
         values (gen_random_uuid(), $1, $2, 'flevoland', 'test') returning entry_id)
       insert into waitlist_entry (id, offer_id, quantity, priority) select entry_id, $1, 2, 'REGULAR' from joined`,
      [offerId, idOf(1)],
    );
    await scene.hold(2);
    expect(await scene.passings()).toEqual([]);
  });

  it('offers what comes free by a report to the next, in the name of who put it on the list', async () => {
    await scene.join(1);
    await scene.free(1, 1);
    expect(await scene.sweep()).toEqual({ expired: 0, offered: 1 });
    expect(
      await scene.capacity.owner.query(
        'select placed_by, region, hold_state(hold, hub_now()) as state from hold join hold_case on hold_id = id',
      ),
    ).toEqual([{ placed_by: 'care-broker', region: 'flevoland', state: 'REQUESTED' }]);
    const kinds = await scene.capacity.owner.query<{ kind: string }[]>(
      'select kind from outbox order by id desc limit 2',
    );
    expect(kinds.map(({ kind }) => kind).sort()).toEqual(['hold.requested', 'waitlist.offered']);
    expect(await scene.sweep()).toEqual({ expired: 0, offered: 0 });
  });

  it('offers what the provider refuses one case to the next, and rests the first for a week', async () => {
    await scene.join(1);
    await scene.wait(1);
    await scene.join(2);
    await scene.free(1, 1);
    await scene.sweep();
    await scene.refuse(1);
    expect(await scene.stand()).toEqual(['1:WAITING', '2:OFFERED']);
    expect(await scene.passings()).toEqual(['1:GROUP_MIX']);
    await scene.refuse(2);
    expect(await scene.stand()).toEqual(['1:WAITING', '2:WAITING']);
    expect(await scene.sweep()).toEqual({ expired: 0, offered: 0 });
    await scene.hold(3);
    await scene.free(1, 2);
    await scene.free(1, 169);
    expect(await scene.sweep()).toMatchObject({ offered: 1 });
    expect(await scene.stand()).toEqual(['1:OFFERED', '2:WAITING']);
  });

  it('passes over who got no answer, and the next is offered in the same sweep', async () => {
    await scene.join(1);
    await scene.wait(1);
    await scene.join(2);
    await scene.free(1, 1);
    await scene.sweep();
    await scene.capacity.setClock(hoursLater(26));
    expect(await scene.sweep()).toEqual({ expired: 1, offered: 1 });
    expect(await scene.stand()).toEqual(['1:WAITING', '2:OFFERED']);
    expect(await scene.passings()).toEqual(['1:NO_ANSWER']);
  });

  it('ends with a place, or with a no of the case itself, or with a yes that nobody used', async () => {
    await scene.join(1);
    await scene.join(2);
    await scene.join(3);
    await scene.free(3, 1);
    await scene.sweep();
    await inServices(scene.capacity.db, async ({ holds }) => {
      await holds.accept(planner, await scene.holdOf(1));
      await holds.convert(brokerOfRegion, await scene.holdOf(1));
      await holds.release(brokerOfRegion, await scene.holdOf(2));
      await holds.accept(planner, await scene.holdOf(3));
    });
    expect((await scene.stand()).sort()).toEqual(['1:PLACED', '2:DECLINED', '3:OFFERED']);
    await scene.capacity.setClock(hoursLater(74));
    await scene.sweep();
    expect((await scene.stand()).sort()).toEqual(['1:PLACED', '2:DECLINED', '3:DECLINED']);
    expect(await scene.passings()).toEqual([]);
  });
});
