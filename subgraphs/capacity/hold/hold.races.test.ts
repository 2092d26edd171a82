import { fork } from 'node:child_process';
import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { idOf } from '../../../test/builders/rows/case.js';
import { brokerOfRegion, inServices, planner, refusalOf } from '../../../test/builders/rows/hold.js';
import { numbersFrom, openRaceTrack, raceRounds, raceTimeoutMs, type RaceTrack } from '../../../test/builders/race.js';
import { sqlState } from '../../../platform/database/transaction.js';

/** Runs a race as often as asked. */
async function everyRound(race: () => Promise<void>, rounds = raceRounds): Promise<void> {
  for (let round = 0; round < rounds; round++) await race();
}

const count = (answers: readonly unknown[], answer: string): number => answers.filter((one) => one === answer).length;

describe('holds that race', () => {
  let track: RaceTrack;
  let one: string;
  let other: string;

  beforeAll(async () => {
    track = await openRaceTrack();
    [one, other] = track.offerIds;
  });
  afterAll(() => track.capacity.close());

  const asOwner = <R>(sql: string, values: unknown[]): Promise<R[]> => track.capacity.owner.query(sql, values);
  const inHolds: typeof inServices = (_, work) => inServices(track.capacity.db, work);
  const holdFor = async (n: number): Promise<string> => {
    const [id = ''] = await inServices(track.capacity.db, ({ placing }) =>
      placing.hold(brokerOfRegion, [{ offerId: one, caseId: idOf(n), quantity: 1, phone: null }]),
    );
    return id;
  };

  it(
    'give the last place to one of five hundred brokers, and tell the others that it is gone',
    async () => {
      await everyRound(async () => {
        await track.prepare(1);
        const answers = await track.race(numbersFrom(1, 500), () => [one]);
        expect([count(answers, 'OK'), count(answers, 'NO_PLACE_LEFT')]).toEqual([1, 499]);
        expect([await track.held(one), await track.shared()]).toEqual([1, 0]);
      });
    },
    raceTimeoutMs,
  );

  it(
    'that cross, each for the same two places in another order, have one winner and never end in an error of the database',
    async () => {
      await everyRound(async () => {
        await track.prepare(1);
        const answers = await track.race(numbersFrom(1, 20), (n) => (n % 2 === 0 ? [one, other] : [other, one]));
        expect([count(answers, 'OK'), count(answers, 'PLACES_NOT_HELD')]).toEqual([1, 19]);
        expect([await track.held(one), await track.held(other)]).toEqual([1, 1]);
      });
    },
    raceTimeoutMs,
  );

  it(
    'for a place whose hold lapses at that moment: either the provider was in time, or somebody new has it',
    async () => {
      await everyRound(async () => {
        await track.prepare(1);
        const holdId = await holdFor(1);
        await asOwner(`update hold set answer_due_at = hub_now() + interval '4 ms' where id = $1`, [holdId]);
        const yes = inHolds(track.capacity.db, ({ holds }) => holds.accept(planner, holdId)).then(
          () => 'YES',
          () => 'LATE',
        );
        const [isAccepted, answers] = await Promise.all([yes, track.race(numbersFrom(2, 12), () => [one])]);
        expect(isAccepted === 'YES' && count(answers, 'OK') > 0).toBe(false);
        expect(await track.held(one)).toBeLessThanOrEqual(1);
        expect(await track.shared()).toBe(0);
      });
    },
    raceTimeoutMs,
  );

  it(
    'for a place whose hold lapses as care starts: never both',
    async () => {
      await everyRound(async () => {
        await track.prepare(1);
        const holdId = await holdFor(1);
        await inHolds(track.capacity.db, ({ holds }) => holds.accept(planner, holdId));
        await asOwner(`update hold set expires_at = hub_now() + interval '4 ms' where id = $1`, [holdId]);
        const start = inHolds(track.capacity.db, ({ holds }) => holds.convert(brokerOfRegion, holdId));
        const [refused, answers] = await Promise.all([refusalOf(start), track.race(numbersFrom(2, 12), () => [one])]);
        const isStarted = refused === 'nothing was refused';
        expect(isStarted && count(answers, 'OK') > 0).toBe(false);
        expect(isStarted || refused === 'STATE_CONFLICT').toBe(true);
        expect(await track.held(one)).toBeLessThanOrEqual(1);
        expect(await track.shared()).toBe(0);
      });
    },
    raceTimeoutMs,
  );

  it(
    'from two processes share what there is, and nothing twice',
    async () => {
      const { url } = track.capacity;
      await everyRound(
        async () => {
          await track.prepare(5);
          const second = fork('test/race-process.mjs', [url, one, '300', '40'], { execArgv: [] });
          const isOver = once(second, 'exit');
          await once(second, 'message');
          second.send('go');
          const [[theirs], ours] = await Promise.all([
            once(second, 'message') as Promise<[unknown[]]>,
            track.race(numbersFrom(1, 40), () => [one]),
          ]);
          await isOver;
          expect(count([...theirs, ...ours], 'OK')).toBe(5);
          expect(count([...theirs, ...ours], 'NO_PLACE_LEFT')).toBe(75);
          expect([await track.held(one), await track.shared()]).toEqual([5, 0]);
        },
        Math.min(raceRounds, 25),
      );
    },
    raceTimeoutMs,
  );

  it('are decided by the database alone when nobody takes a lock or looks first', async () => {
    await track.prepare(1);
    const insert = (): Promise<unknown> =>
      track.capacity.db.query(
        `with h as (insert into hold (offer_id, quantity, answer_due_at) values ($1, 1, hub_now() + interval '1 day') returning *)
         insert into hold_unit select id, offer_id, 1, tstzrange(created_at, answer_due_at) from h`,
        [one],
      );
    const answers = await Promise.all(
      numbersFrom(1, 20).map(() =>
        insert().then(
          () => 'OK',
          (error: unknown) => sqlState(error),
        ),
      ),
    );
    expect(count(answers, 'OK')).toBe(1);
    // 23P01: the constraint refuses; 40P01: two waited for each other, and one was undone
    expect(answers.filter((answer) => answer !== 'OK' && answer !== '23P01' && answer !== '40P01')).toEqual([]);
    expect(await track.held(one)).toBe(1);
  });
});
