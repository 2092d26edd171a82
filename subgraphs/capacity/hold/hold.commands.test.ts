import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { brokerOfRegion, holdConfig, inServices, planner, refusalOf } from '../../../test/builders/rows/hold.js';
import { numbersFrom, openRaceTrack, raceRounds, raceTimeoutMs, type RaceTrack } from '../../../test/builders/race.js';
import {
  accepted,
  freeIn,
  isStale,
  live,
  pass,
  reported,
  requested,
  type HoldModel,
  type ModelHold,
} from '../../../test/oracle/hold-model.js';
import type { CapacityServices } from '../services.js';
import { sweepHolds } from './sweep.js';

type Command = fc.AsyncCommand<HoldModel, RaceTrack>;
type Steps = CapacityServices['holds'];

const hour = 3_600_000;
const nothing = 'nothing was refused';

/** A command: the clock moves on a little, it is done in the database and in the model, and then both must agree. */
function command(text: string, run: (model: HoldModel, track: RaceTrack) => Promise<void>): Command {
  return {
    check: () => true,
    toString: () => text,
    async run(model, track) {
      pass(model, 1);
      await setClock(model, track);
      await run(model, track);
      await compare(model, track);
    },
  };
}

const setClock = ({ now }: HoldModel, { capacity }: RaceTrack) => capacity.setClock(new Date(now).toISOString());

async function compare(model: HoldModel, track: RaceTrack): Promise<void> {
  const [offerId] = track.offerIds;
  const [row]: { available: number | null; used: number }[] = await track.capacity.db.query(
    `select a.available, (select count(distinct u.unit_no)::integer from hold_unit u where u.offer_id = $1 and u.period @> hub_now()) as used
     from offer_availability($1, 'AMBULATORY', hub_now(), $2) a`,
    [offerId, JSON.stringify(holdConfig.freshness)],
  );
  expect(row?.available).toBe(isStale(model) ? null : freeIn(model));
  expect(await track.held(offerId)).toBe(live(model).length);
  expect(await track.shared()).toBe(0);
  if (!model.wasLowered) expect(row?.used).toBeLessThanOrEqual(model.maximum);
}

/** So many brokers come at the same moment. */
const holdMany = (n: number): Command =>
  command(`${n} brokers hold`, async (model, track) => {
    const free = freeIn(model);
    const cases = numbersFrom(model.nextCase, n);
    const answers = await track.race(cases, () => [track.offerIds[0]]);
    const won = Math.min(n, free);
    const refusal = isStale(model) ? 'FIGURE_STALE' : 'NO_PLACE_LEFT';
    const expected = isStale(model) ? 0 : won;
    expect(answers.filter((answer) => answer === 'OK')).toHaveLength(expected);
    expect(answers.filter((answer) => answer === refusal)).toHaveLength(n - expected);
    const made: { id: string }[] = await track.capacity.db.query(
      'select id from hold where created_at = hub_now() order by id',
    );
    for (const { id } of made) requested(model, id);
    model.nextCase += n;
  });

/** Somebody makes a step of one of the holds that there ever were: it succeeds from the right state and from no other. */
function step(
  name: string,
  pick: number,
  from: readonly ModelHold['state'][],
  does: (holds: Steps, id: string) => Promise<string>,
  follow: (model: HoldModel, hold: ModelHold) => void,
): Command {
  return command(`${name} ${pick}`, async (model, track) => {
    const hold = model.holds[pick % Math.max(model.holds.length, 1)];
    if (!hold) return;
    const refusal = await refusalOf(inServices(track.capacity.db, ({ holds }) => does(holds, hold.id)));
    expect(refusal).toBe(from.includes(hold.state) ? nothing : 'STATE_CONFLICT');
    if (refusal === nothing) follow(model, hold);
  });
}

function become(state: ModelHold['state']) {
  return (_: HoldModel, hold: ModelHold): void => {
    hold.state = state;
  };
}

const accept = (pick: number) =>
  step('accept', pick, ['REQUESTED'], (holds, id) => holds.accept(planner, id), accepted);
const refuse = (pick: number) =>
  step(
    'refuse',
    pick,
    ['REQUESTED'],
    (holds, id) => holds.refuse(planner, id, { code: 'GROUP_MIX', note: null }),
    become('OVER'),
  );
const convert = (pick: number) =>
  step('convert', pick, ['ACTIVE'], (holds, id) => holds.convert(brokerOfRegion, id), become('CONVERTED'));
const release = (pick: number) =>
  step(
    'release',
    pick,
    ['REQUESTED', 'ACTIVE', 'CONVERTED'],
    (holds, id) => holds.release(brokerOfRegion, id),
    become('OVER'),
  );

const wait = (hours: number): Command =>
  command(`wait ${hours} hours`, async (model, track) => {
    pass(model, hours * hour);
    await setClock(model, track);
  });
const sweep = (): Command =>
  command('sweep', async (_, track) => {
    await sweepHolds(track.capacity.background, holdConfig);
  });

const report = (maximum: number, haveLeft: number): Command =>
  command(`report ${maximum}, ${haveLeft} left`, async (model, track) => {
    reported(model, maximum, haveLeft);
    await track.capacity.owner.query(
      `insert into capacity_report (offer_id, sequence, as_of, source, method, status, available, maximum, unit)
       select id, $2, hub_now(), 'test', 'MACHINE', case when $3::int > 0 then 'HAS_CAPACITY' else 'NO_CAPACITY' end, $3, $4, unit
       from offer where id = $1`,
      [track.offerIds[0], model.now, model.available, maximum],
    );
  });

/** Care starts for all who were promised a place, so that unit numbers are taken without end. */
const startAll = (): Command =>
  command('care starts for all', async (model, track) => {
    for (const hold of live(model)) {
      await inServices(track.capacity.db, async ({ holds }) => {
        if (hold.state === 'REQUESTED') await holds.accept(planner, hold.id);
        if (hold.state !== 'CONVERTED') await holds.convert(brokerOfRegion, hold.id);
      });
      hold.state = 'CONVERTED';
    }
  });

const pick = fc.nat({ max: 30 });
const commands = fc.commands(
  [
    fc.integer({ min: 1, max: 8 }).map(holdMany),
    pick.map(accept),
    pick.map(accept),
    pick.map(refuse),
    pick.map(convert),
    pick.map(convert),
    pick.map(release),
    fc.constantFrom(1, 23, 25, 50).map(wait),
    fc.constant(null).map(sweep),
    fc.constant(null).map(startAll),
    fc
      .record({ maximum: fc.constantFrom(4, 4, 4, 6, 2), left: fc.nat({ max: 3 }) })
      .map(({ maximum, left }) => report(maximum, left)),
  ],
  { maxCommands: 40, size: 'max' },
);

describe('holds by any course of events', () => {
  let track: RaceTrack;

  beforeAll(async () => {
    track = await openRaceTrack();
  });
  afterAll(() => track.capacity.close());

  it(
    'are as many as the rules allow, each unit once, whoever comes, answers, releases, starts or lets lapse',
    async () => {
      await fc.assert(
        fc.asyncProperty(commands, async (course) => {
          const now = Date.parse('2026-11-21T12:00:00Z');
          await track.capacity.setClock(new Date(now).toISOString());
          await track.prepare(4);
          const model = { now, maximum: 4, available: 4, reportedAt: now, wasLowered: false, holds: [], nextCase: 1 };
          await fc.asyncModelRun(() => ({ model, real: track }), course);
        }),
        { numRuns: Math.max(5, raceRounds) },
      );
    },
    raceTimeoutMs,
  );
});
