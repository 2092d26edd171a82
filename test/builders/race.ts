import { randomInt } from 'node:crypto';
import fc from 'fast-check';
import { openCapacityDatabase, type CapacityDatabase } from './databases/capacity-database.js';
import { aPlace, brokerOfRegion, inServices, knowCases, named, refusalOf } from './rows/hold.js';
import { anOffer, aReport } from './rows/offer.js';

/** How often each race is run: a few times always, RACE_ROUNDS times when asked. */
export const raceRounds = Number(process.env['RACE_ROUNDS'] ?? '3');

/** Repeats what was tried in a race: `RACE_SEED`, or else another each time. */
const raceSeed = Number(process.env['RACE_SEED'] ?? randomInt(2 ** 31));

/** A plan for each round, always the same of one seed, which is printed. */
export function plansOf<T>(plan: fc.Arbitrary<T>, rounds = raceRounds): T[] {
  process.stdout.write(`RACE_SEED=${raceSeed}\n`);
  return fc.sample(plan, { seed: raceSeed, numRuns: rounds });
}

/** Time for a test that runs so many rounds. */
export const raceTimeoutMs = 30_000 + raceRounds * 5_000;

export const mostCases = 520;
const connections = 20;

/** A database with two offers and many brokers who ask over connections of their own. */
export interface RaceTrack {
  readonly capacity: CapacityDatabase;
  readonly offerIds: readonly [string, string];
  /** Takes all holds away and sets how much the offers have, all of it free, by a report of this moment. */
  prepare(maximum: number): Promise<void>;
  /** Each of these cases asks a place of these offers at the same time: what became of each, OK or the code of the refusal. */
  race(cases: readonly number[], offersOf: (n: number) => readonly string[]): Promise<unknown[]>;
  /** How much of an offer is held or in care now, by the holds themselves. */
  held(offerId: string): Promise<number>;
  /** Unit numbers that two holds have at the same moment: none, or the guarantee is broken. */
  shared(): Promise<number>;
}

export async function openRaceTrack(): Promise<RaceTrack> {
  const capacity = await openCapacityDatabase({ poolSize: connections });
  const { db, owner } = capacity;
  const offers = [anOffer(1), anOffer(2)] as const;
  await capacity.write(offers, new Date().toISOString());
  await knowCases(owner, mostCases);
  const number = async (sql: string, values: unknown[] = []): Promise<number> =>
    (await db.query<{ n: number }[]>(sql, values))[0]?.n ?? -1;

  return {
    capacity,
    offerIds: [offers[0].id, offers[1].id],
    async prepare(maximum) {
      await owner.query('delete from waitlist_entry');
      await owner.query('delete from hold');
      await owner.query('delete from outbox');
      await owner.query('delete from capacity_report');
      await owner.query(
        `insert into capacity_report (offer_id, sequence, as_of, source, method, status, available, maximum, unit)
         select id, 1, hub_now(), 'test', 'MACHINE', $1, $2, $2, unit from offer`,
        [aReport().status, maximum],
      );
    },
    race: (cases, offersOf) =>
      Promise.all(
        cases.map(async (n) => {
          const places = offersOf(n).map((offerId) => aPlace(offerId, n));
          const asked = inServices(db, ({ placing }) => placing.hold(named(brokerOfRegion, `broker ${n}`), places));
          return (await asked.then(() => 'OK').catch(() => null)) ?? refusalOf(asked);
        }),
      ),
    held: (offerId) =>
      number(
        `select coalesce(sum(h.quantity), 0)::integer as n from hold h
         where h.offer_id = $1 and hold_state(h, hub_now()) in ('REQUESTED','ACTIVE','CONVERTED')`,
        [offerId],
      ),
    shared: () =>
      number(
        `select count(*)::integer as n from hold_unit one join hold_unit other
         on one.offer_id = other.offer_id and one.unit_no = other.unit_no and one.hold_id < other.hold_id and one.period && other.period`,
      ),
  };
}

/** The numbers from `first`, so many of them. */
export function numbersFrom(first: number, count: number): number[] {
  return Array.from({ length: count }, (_, index) => first + index);
}
