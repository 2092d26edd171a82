import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Consumer } from '../../platform/outbox/consumer.js';
import { openBothDesks, type BothDesks, type Standing } from '../builders/desks/both-desks.js';

const rounds = Number(process.env['STEP_ROUNDS'] ?? 25);

/** In which states of its hold each state of a placement is at one with it. */
const agreed: Readonly<Record<string, readonly string[]>> = {
  ALLOCATED: ['ACTIVE'],
  STARTED: ['CONVERTED'],
  PAUSED: ['CONVERTED'],
  ENDED: ['ENDED'],
  CANCELLED: ['RELEASED', 'EXPIRED', 'ENDED'],
};

/** Dies with all that its transaction did, as a process does that is killed. */
const dies: Consumer = async (tx) => {
  await tx.query('select pg_terminate_backend(pg_backend_pid())');
};

const reason = { reason: 'ACCORDING_TO_PLAN' };

describe('a hold and the placement that came of it', () => {
  let desks: BothDesks;

  beforeAll(async () => {
    desks = await openBothDesks();
  });
  afterAll(() => desks.close());

  async function expectAgreed(holdId: string): Promise<Standing> {
    const standing = await desks.standing(holdId);
    expect(agreed[standing.placement ?? ''] ?? [standing.hold]).toContain(standing.hold);
    expect(standing.known).toBe(standing.hold);
    return standing;
  }

  async function startedCare(): Promise<{ holdId: string; offerId: string }> {
    const held = await desks.hold();
    expect([await desks.allocate(held.holdId), await desks.step('startPlacement', held.holdId)]).toEqual([true, true]);
    return held;
  }

  it('begin together: care that starts converts the hold, and care that ends gives the place back', async () => {
    const { holdId } = await startedCare();
    await desks.recover();
    expect(await expectAgreed(holdId)).toMatchObject({ hold: 'CONVERTED', placement: 'STARTED' });
    expect(await desks.step('endPlacement', holdId, reason)).toBe(true);
    await desks.recover();
    expect(await expectAgreed(holdId)).toMatchObject({ hold: 'ENDED', placement: 'ENDED' });
  });

  it('keep the place from allocation to start: the hold lasts two weeks from then, on both sides, and no longer', async () => {
    const { holdId } = await desks.hold();
    await desks.allocate(holdId);
    await desks.recover();
    const told = `select organisation_id is not null as "isTold" from capacity.outbox where kind = 'hold.prolonged' and data ->> 'holdId' = $1::text`;
    expect(await desks.owner(told, [holdId])).toEqual([{ isTold: true }]);
    await desks.database.moveClock('10 days');
    await desks.recover();
    expect(await expectAgreed(holdId)).toMatchObject({ hold: 'ACTIVE', placement: 'ALLOCATED' });
    expect(await desks.step('startPlacement', holdId)).toBe(true);
    await desks.recover();
    expect(await expectAgreed(holdId)).toMatchObject({ hold: 'CONVERTED', placement: 'STARTED' });
  });

  it('let the place go when care did not start in time, once, however often the allocation is told', async () => {
    const { holdId } = await desks.hold();
    await desks.allocate(holdId);
    await desks.recover();
    const until = () => desks.owner('select expires_at from capacity.hold where id = $1', [holdId]);
    const [first] = await until();
    await desks.database.moveClock('5 days');
    await desks.owner('update cases.outbox set position = null');
    await desks.recover();
    expect(await until()).toEqual([first]);
    await desks.database.moveClock('10 days');
    await desks.recover();
    expect(await expectAgreed(holdId)).toMatchObject({ hold: 'EXPIRED', placement: 'CANCELLED' });
  });

  it('agree where the hold lapsed before it was heard that care was allocated: the place is for who waits', async () => {
    const { holdId } = await desks.hold();
    await desks.allocate(holdId);
    await desks.database.moveClock('80 hours');
    await desks.recover();
    expect(await expectAgreed(holdId)).toMatchObject({ hold: 'EXPIRED', placement: 'CANCELLED' });
  });

  it('agree after the relay of cases was down while the hold lapsed: care has begun, and the hold is taken up', async () => {
    const { holdId, offerId } = await startedCare();
    await desks.database.moveClock('90 days');
    await desks.sweep();
    await desks.tellCases();
    expect(await desks.standing(holdId)).toMatchObject({ hold: 'EXPIRED', placement: 'STARTED' });
    await desks.recover();
    expect(await expectAgreed(holdId)).toMatchObject({ hold: 'CONVERTED', placement: 'STARTED' });
    const units = await desks.owner(
      'select hold_id from capacity.hold_unit where offer_id = $1 and upper_inf(period)',
      [offerId],
    );
    expect(units).toEqual([{ hold_id: holdId }]);
  });

  it('agree when the place went to another case meanwhile, which keeps it: the offer is overcommitted', async () => {
    const { holdId, offerId } = await startedCare();
    await desks.answer('releaseHold', holdId);
    await desks.owner(
      `with other as (insert into capacity.hold (offer_id, quantity, created_at, answer_due_at)
         values ($1, 1, hub_now(), hub_now() + interval '1 day') returning id, offer_id, created_at, answer_due_at)
       insert into capacity.hold_unit select id, offer_id, 1, tstzrange(created_at, answer_due_at) from other`,
      [offerId],
    );
    await desks.recover();
    expect(await expectAgreed(holdId)).toMatchObject({ hold: 'CONVERTED', placement: 'STARTED' });
    const held = await desks.owner(
      'select hold_id = $2 as is_ours from capacity.hold_unit where offer_id = $1 and period @> hub_now()',
      [offerId, holdId],
    );
    expect(held).toEqual([{ is_ours: false }]);
  });

  it('agree after either relay was killed between handing over and committing', async () => {
    const { holdId } = await startedCare();
    await expect(desks.tellCapacity(dies)).rejects.toThrow();
    expect(await desks.owner('select from capacity.placement_projection where hold_id = $1', [holdId])).toEqual([]);
    await desks.tellCapacity();
    await desks.follow();
    await expect(desks.tellCases(dies)).rejects.toThrow();
    expect(await desks.standing(holdId)).toEqual({ hold: 'CONVERTED', placement: 'STARTED', known: 'ACTIVE' });
    await desks.recover();
    await expectAgreed(holdId);
  });

  it.each([
    ['cancelled', 'cancelPlacement', 'convertHold', { hold: 'ENDED', placement: 'CANCELLED' }],
    ['started', 'startPlacement', 'releaseHold', { hold: 'CONVERTED', placement: 'STARTED' }],
  ] as const)(
    'agree where a placement was %s in the moment in which its hold went another way',
    async (_what, step, other, expected) => {
      const { holdId } = await desks.hold();
      await desks.allocate(holdId);
      expect([
        await desks.step(step, holdId, step === 'cancelPlacement' ? reason : {}),
        await desks.answer(other, holdId),
      ]).toEqual([true, true]);
      await desks.recover();
      expect(await expectAgreed(holdId)).toMatchObject(expected);
    },
  );

  const courses: Readonly<Record<string, (holdId: string) => Promise<unknown>>> = {
    allocate: (id) => desks.allocate(id),
    start: (id) => desks.step('startPlacement', id),
    pause: (id) => desks.step('pausePlacement', id),
    end: (id) => desks.step('endPlacement', id, reason),
    cancel: (id) => desks.step('cancelPlacement', id, reason),
    release: (id) => desks.answer('releaseHold', id),
    convert: (id) => desks.answer('convertHold', id),
    lapse: () => desks.database.moveClock('40 hours'),
    sweep: () => desks.sweep(),
    tellCapacity: () => desks.tellCapacity(),
    tellCases: () => desks.tellCases(),
    follow: () => desks.follow(),
  };

  it('agree in the end, whatever is done on either side and whenever either side hears of it', async () => {
    const seen = new Set<string | null>();
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom(...Object.keys(courses)), { minLength: 3, maxLength: 12 }),
        async (course) => {
          const { holdId } = await desks.hold();
          for (const step of ['allocate', ...course]) await courses[step]?.(holdId);
          await desks.recover();
          seen.add((await expectAgreed(holdId)).placement);
        },
      ),
      { numRuns: rounds },
    );
    expect(seen.size).toBeGreaterThan(2);
  }, 600_000);
});
