import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Caller } from '../../../platform/identity/caller.js';
import {
  memberOf,
  networkPeople,
  openNetworkDesk,
  plannerOf,
  question,
  teamOf,
  type NetworkDesk,
} from '../../../test/builders/desks/network-desk.js';
import type { Outcome } from '../../../test/builders/desks/try-people.js';
import { plansOf, raceTimeoutMs } from '../../../test/builders/race.js';
import type { PeopleServices } from '../services.js';
import type { ReadRequest } from './steps/network-steps.service.js';

const teams = 5;
const mostAskers = 40;
const { asker, broker } = networkPeople;
let desk: NetworkDesk;

beforeAll(async () => {
  desk = await openNetworkDesk(teams, mostAskers);
});
afterAll(() => desk.close());

/** What lies before each team when so many ask one after the other: each goes to who has the fewest, the first by name of those. */
function oneAfterTheOther(loads: readonly number[], askers: number): number[] {
  const filled = [...loads];
  for (let n = 0; n < askers; n += 1) {
    const least = filled.indexOf(Math.min(...filled));
    filled[least] = (filled[least] ?? 0) + 1;
  }
  return filled;
}

/** So many ask at the same moment, each somebody else. */
const askAtOnce = (askers: number): Promise<Outcome[]> =>
  Promise.all(
    Array.from({ length: askers }, (_, n) => {
      const caller: Caller = { ...asker, subject: `asker ${n}` };
      return desk.try(caller, ({ networkSteps }) => networkSteps.ask(caller, { ...question, expertise: null }));
    }),
  );

type Taken = (services: PeopleServices, caller: Caller, read: ReadRequest) => Promise<void>;

/** Steps that can be taken on a question that lies before the first team, by whom, and in which state they leave it. */
const steps: readonly (readonly [who: Caller, step: Taken, state: string])[] = [
  [memberOf(1), ({ networkSteps }, caller, read) => networkSteps.answer(caller, read, 'CONTACTED'), 'CONTACTED'],
  [memberOf(1), ({ networkSteps }, caller, read) => networkSteps.handOn(caller, read, 'NO_TIME', null), 'ASKED'],
  [plannerOf(1), ({ networkSteps }, caller, read) => networkSteps.answer(caller, read, 'ADVICE_GIVEN'), 'ANSWERED'],
  [
    plannerOf(1),
    ({ networkSteps }, caller, read) => networkSteps.handOn(caller, read, 'TOO_CLOSE', teamOf(2)),
    'ASKED',
  ],
  [broker, ({ networkSteps }, caller, read) => networkSteps.answer(caller, read, 'HELP_ORGANISED'), 'ANSWERED'],
  [broker, ({ networkSteps }, caller, read) => networkSteps.handOn(caller, read, 'OTHER_AREA', null), 'ASKED'],
  [asker, ({ networkSteps }, caller, read) => networkSteps.escalate(caller, read, 'TOO_LATE'), 'ESCALATED'],
];

describe('who asks the network at the same moment as dozens of others', () => {
  it(
    'is sent to whom has the fewest open questions, those of the others counted: equal teams differ by one at the most',
    async () => {
      const load = fc.array(fc.nat(4), { minLength: teams, maxLength: teams });
      const plan = fc.record({
        loads: fc.oneof(fc.constant(Array.from({ length: teams }, () => 0)), load),
        askers: fc.integer({ min: 24, max: mostAskers }),
      });
      for (const { loads, askers } of plansOf(plan)) {
        await desk.begin();
        for (const [index, open] of loads.entries()) for (let n = 0; n < open; n += 1) await desk.asked(index + 1);
        expect(new Set(await askAtOnce(askers))).toEqual(new Set(['OK']));
        const found = await desk.loads();
        expect(found).toEqual(oneAfterTheOther(loads, askers));
        expect(Math.max(...found) - Math.min(...found)).toBeLessThanOrEqual(1);
      }
    },
    raceTimeoutMs,
  );
});

describe('those who take a step on one question at the same moment', () => {
  it(
    'have one winner; the others are told which version it has now, also whoever it was handed on from',
    async () => {
      const plan = fc.array(fc.nat(steps.length - 1), { minLength: 2, maxLength: 12 });
      for (const chosen of plansOf(plan)) {
        await desk.begin();
        const read = { requestId: await desk.asked(1), version: 1 };
        const racers = chosen.flatMap((index) => steps.slice(index, index + 1));
        const outcomes = await Promise.all(
          racers.map(([who, step]) => desk.try(who, (services) => step(services, who, read))),
        );
        const [winner] = racers.filter((_, index) => outcomes[index] === 'OK');
        const conflicts = outcomes.filter((outcome) => outcome !== 'OK');
        expect(conflicts).toEqual(racers.slice(1).map(() => ['VERSION_CONFLICT', { version: 2 }]));
        const kept = await desk.owner.query<object[]>('select state, version from network_request');
        expect(kept).toEqual([{ state: winner?.[2], version: 2 }]);
      }
    },
    raceTimeoutMs,
  );
});
