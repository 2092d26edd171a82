import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Caller } from '../../../platform/identity/caller.js';
import { callerAs } from '../../../test/builders/callers.js';
import { duoPeople, openDuoDesk, type DuoDesk } from '../../../test/builders/desks/duo-desk.js';
import { tryPeople } from '../../../test/builders/desks/try-people.js';
import { plansOf, raceTimeoutMs } from '../../../test/builders/race.js';
import type { PeopleServices } from '../services.js';
import { idOf } from '../testing/rows.js';
import type { Read } from './steps/deployment-steps.service.js';

const { broker } = duoPeople;
const atOnce = 16;
const members = [11, 12, 21, 22];
const pairs = members.flatMap((one) => members.filter((other) => other !== one).map((other) => [one, other] as const));
let desk: DuoDesk;
let today: string;

beforeAll(async () => {
  desk = await openDuoDesk(atOnce);
  const [row] = await desk.owner.query<{ today: string }[]>('select today()::text as today');
  today = row?.today ?? '';
});
afterAll(() => desk.close());

const day = (after: number): string => new Date(Date.parse(today) + after * 86_400_000).toISOString().slice(0, 10);

/** Something that somebody does at the same moment as others; days are counted from today. */
type Act =
  | {
      readonly does: 'deploy';
      readonly who: readonly [number, number];
      readonly hours: number;
      readonly from: number;
      readonly to: number;
    }
  | { readonly does: 'swap'; readonly duo: number; readonly leaving: number; readonly joining: number }
  | { readonly does: 'extend'; readonly duo: number; readonly to: number }
  | { readonly does: 'absence'; readonly who: number; readonly from: number; readonly to: number }
  | { readonly does: 'setHours'; readonly who: number; readonly hours: number };
type Deploy = Extract<Act, { does: 'deploy' }>;

interface Race {
  /** The duos that are out before. */
  readonly before: readonly Deploy[];
  readonly acts: readonly Act[];
}

const deploy = (other: Partial<{ [K in keyof Deploy]: fc.Arbitrary<Deploy[K]> }> = {}): fc.Arbitrary<Deploy> =>
  fc.record({
    does: fc.constant('deploy' as const),
    who: fc.constantFrom(...pairs),
    hours: fc.constantFrom(1, 1.5, 2, 3),
    from: fc.constant(0),
    to: fc.constant(60),
    ...other,
  });
const manyDeploys = (one = deploy()): fc.Arbitrary<Deploy[]> => fc.array(one, { minLength: 8, maxLength: atOnce });
const duo = (who: readonly [number, number], hours: number, to = 60): Deploy => ({
  does: 'deploy',
  who,
  hours,
  from: 0,
  to,
});
const mixed = (acts: fc.Arbitrary<Act>, least = 1): fc.Arbitrary<Act[]> =>
  fc
    .tuple(fc.array(acts, { minLength: least, maxLength: 6 }), fc.array(deploy(), { minLength: 4, maxLength: 10 }))
    .chain(([own, deploys]) =>
      fc.shuffledSubarray<Act>([...own, ...deploys], { minLength: own.length + deploys.length }),
    );

const swap = fc.record({
  ...{ does: fc.constant('swap' as const), duo: fc.nat(3) },
  ...{ leaving: fc.constantFrom(...members), joining: fc.constantFrom(...members) },
});
const extend = fc.record({
  does: fc.constant('extend' as const),
  duo: fc.nat(1),
  to: fc.integer({ min: 21, max: 50 }),
});
const later = deploy({ from: fc.integer({ min: 15, max: 30 }) });
const absence = fc.record({
  ...{ does: fc.constant('absence' as const), who: fc.constantFrom(...members) },
  ...{ from: fc.constant(10), to: fc.integer({ min: 10, max: 40 }) },
});
const setHours = fc.record({
  ...{ does: fc.constant('setHours' as const), who: fc.constantFrom(...members), hours: fc.constantFrom(0, 3, 6, 12) },
});

const four = [duo([11, 21], 2), duo([12, 22], 2), duo([11, 22], 1), duo([21, 12], 1)];
const two = [duo([11, 21], 4, 20), duo([12, 22], 4, 20)];
const races: Readonly<Record<string, fc.Arbitrary<Race>>> = {
  'who ask the same member': fc.record({
    before: fc.constant([]),
    acts: manyDeploys(deploy({ who: fc.constantFrom(...pairs.filter((pair) => pair.includes(11))) })),
  }),
  'who ask the same two, each in another order': fc.record({
    before: fc.constant([]),
    acts: manyDeploys(deploy({ who: fc.constantFrom([11, 22], [22, 11], [12, 21], [21, 12], [22, 12]) })),
  }),
  'of whom some have members swapped': fc.record({ before: fc.constant(four), acts: mixed(swap, 2) }),
  'of whom some extend a duo that is out': fc.record({
    before: fc.constant(two),
    acts: fc.tuple(fc.array(extend, { minLength: 1, maxLength: 4 }), manyDeploys(later)).map((acts) => acts.flat()),
  }),
  'while somebody turns out to be absent': fc.record({ before: fc.constant(four), acts: mixed(absence) }),
  'while hours are changed': fc.record({ before: fc.constant(four), acts: mixed(setHours) }),
};

/** How an act may end; anything else is a fault. */
const ends: Readonly<Record<Act['does'], readonly string[]>> = {
  deploy: ['OK', 'NO_HOURS_LEFT', 'PROFESSIONAL_ABSENT'],
  swap: ['OK', 'NO_HOURS_LEFT', 'ALREADY_IN_DUO', 'NOT_FOUND', 'VERSION_CONFLICT'],
  extend: ['OK', 'NO_HOURS_LEFT', 'VERSION_CONFLICT'],
  absence: ['OK'],
  setHours: ['OK'],
};

/** Does something in a transaction of its own; how that ended, by its code. */
async function codeOf(caller: Caller, work: (services: PeopleServices) => Promise<unknown>): Promise<string> {
  const outcome = await tryPeople(desk.db, caller, work);
  return outcome === 'OK' ? 'OK' : outcome[0];
}

/** Sends a duo for the act; NO_HOURS_LEFT and the like where it cannot go. */
async function book({ who, hours, from, to }: Deploy): Promise<Read & { code: string }> {
  let deploymentId = '';
  const code = await codeOf(broker, async ({ booking }) => {
    deploymentId = await booking.deploy(broker, {
      ...{ caseId: idOf(1), teamId: idOf(51), professionalIds: who.map(idOf), purpose: 'SHORTEN_STAY' },
      ...{ hours: [{ timeWindow: 'EVENING', hoursPerWeek: hours }], fromOn: day(from), toOn: day(to) },
    });
  });
  return { deploymentId, version: 1, code };
}

async function send(act: Act, duos: readonly Read[]): Promise<string> {
  const read = (n: number): Read => duos[n] ?? { deploymentId: '', version: 0 };
  switch (act.does) {
    case 'deploy':
      return (await book(act)).code;
    case 'swap':
      return codeOf(broker, ({ deploying }) =>
        deploying.swap(broker, read(act.duo), idOf(act.leaving), idOf(act.joining), null),
      );
    case 'extend':
      return codeOf(broker, ({ deploying }) => deploying.extend(broker, read(act.duo), day(act.to)));
    default:
      return say(act);
  }
}

/** What the own organisation of a professional says of them. */
function say(act: Extract<Act, { does: 'absence' | 'setHours' }>): Promise<string> {
  const planner = callerAs('provider-planner', idOf(Math.floor(act.who / 10)));
  return codeOf(planner, ({ availability }) => {
    if (act.does === 'absence') return availability.recordAbsence(planner, idOf(act.who), day(act.from), day(act.to));
    const windows = [{ timeWindow: 'EVENING' as const, hoursPerWeek: act.hours }].filter(
      ({ hoursPerWeek }) => hoursPerWeek > 0,
    );
    return availability.set(planner, idOf(act.who), null, windows);
  });
}

/** Everybody has eight hours in the evening, nobody is away, and some duos are out. */
async function begin(before: readonly Deploy[]): Promise<Read[]> {
  for (const table of ['deployment', 'absence', 'availability_window', 'people.outbox'])
    await desk.owner.query(`delete from ${table}`);
  await desk.owner.query(
    `insert into availability_window (professional_id, time_window, hours_per_week, from_on) select unnest($1::uuid[]), 'EVENING', 8, '2020-01-01'`,
    [members.map(idOf)],
  );
  const out = await Promise.all(before.map(book));
  expect(out.filter(({ code }) => code !== 'OK')).toEqual([]);
  return out.map(({ deploymentId, version }) => ({ deploymentId, version }));
}

interface Day {
  readonly who: string;
  readonly on: string;
  readonly promised: number;
  readonly available: number;
}

/** By the rows themselves: what is promised of each on each day on which that can change, and what there is. */
const everyDay = `
  with day as (
    select professional_id, from_on as "on" from deployment_hours where to_on >= from_on
    union select professional_id, from_on from availability_window where from_on > '2020-01-01'
    union select professional_id, to_on + 1 from availability_window where to_on is not null
  )
  select d.professional_id as who, d."on"::text,
    (select coalesce(sum(h.hours_per_week), 0) from deployment_hours h where h.professional_id = d.professional_id and d."on" between h.from_on and h.to_on)::float8 as promised,
    (select coalesce(sum(w.hours_per_week), 0) from availability_window w
     where w.professional_id = d.professional_id and daterange(w.from_on, w.to_on, '[]') @> d."on")::float8 as available
  from day d order by 1, 2`;

/** By the rows themselves: deployments with a day on which not two go. */
const notTwo = `
  select d.id, day.on::text from deployment d
  cross join lateral (
    select d.from_on as "on"
    union select h.from_on from deployment_hours h where h.deployment_id = d.id and h.to_on >= h.from_on
    union select h.to_on + 1 from deployment_hours h where h.deployment_id = d.id and h.to_on < d.to_on
  ) day
  where 2 <> (select count(distinct h.professional_id) from deployment_hours h where h.deployment_id = d.id and day.on between h.from_on and h.to_on)`;

const promisedDays = (): Promise<Day[]> => desk.owner.query(everyDay);

/** What could be promised of somebody on a day: what there is, or where that was changed meanwhile the most that there was. */
function mostOf({ who, available }: Day, acts: readonly Act[]): number {
  const changed = acts.flatMap((act) => (act.does === 'setHours' && idOf(act.who) === who ? [act.hours] : []));
  return changed.length > 0 ? Math.max(8, ...changed) : available;
}

/** Whoever comes after all that finds nobody who is away, and no hour more than there is. */
async function expectNothingMore(acts: readonly Act[]): Promise<void> {
  const before = new Map((await promisedDays()).map(({ who, on, promised }) => [`${who} ${on}`, promised]));
  const away = new Set(acts.flatMap((act) => (act.does === 'absence' ? [act.who] : [])));
  await Promise.all(
    pairs.map(async (who) => {
      const { code } = await book(duo(who, 0.5));
      expect(ends.deploy).toContain(code);
      if (who.some((n) => away.has(n))) expect(code).toBe('PROFESSIONAL_ABSENT');
    }),
  );
  const over = (await promisedDays()).filter(
    ({ who, on, promised, available }) => promised > Math.max(available, before.get(`${who} ${on}`) ?? 0),
  );
  expect(over).toEqual([]);
}

describe('brokers who send duos at the same moment', () => {
  it.each(Object.entries(races))(
    '%s promise no hour twice, and never half a duo',
    async (_, race) => {
      for (const { before, acts } of plansOf(race)) {
        const duos = await begin(before);
        const codes = await Promise.all(acts.map((act) => send(act, duos)));
        expect(codes.filter((code, index) => !ends[acts[index]?.does ?? 'deploy'].includes(code))).toEqual([]);
        expect((await promisedDays()).filter((one) => one.promised > mostOf(one, acts))).toEqual([]);
        expect(await desk.owner.query(notTwo)).toEqual([]);
        if (acts.some(({ does }) => does === 'absence' || does === 'setHours')) await expectNothingMore(acts);
      }
    },
    raceTimeoutMs * 2,
  );
});
