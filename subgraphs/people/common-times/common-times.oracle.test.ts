import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { openThemeDesk, themePeople, type ThemeDesk } from '../../../test/builders/desks/theme-desk.js';
import { oracleTimes, type OraclePerson } from '../../../test/oracle/common-times-oracle.js';
import { idOf, teamRow } from '../testing/rows.js';
import { plant } from '../testing/people-database.js';

const runs = Number(process.env['COMMON_TIMES_RUNS'] ?? 60);
const ids = [11, 21, 91].map(idOf);
const parts = ['DAYTIME', 'AFTER_SCHOOL', 'EVENING', 'WEEKEND'];
/** Mondays of the weeks in which the clock is put forward and back, and of one in which it is not. */
const mondays = ['2027-03-22', '2027-10-25', '2027-06-07'];
const dayMs = 86_400_000;
let desk: ThemeDesk;

beforeAll(async () => {
  desk = await openThemeDesk();
  await plant(desk.owner, { teams: [teamRow(51, null, { kind: 'AMBULATORY_DUO' })] });
  // what duos may be booked for is tried elsewhere: here somebody may be promised more than there is
  await desk.owner.query('alter table deployment_hours disable trigger user');
});
afterAll(() => desk.close());

const dayAfter = (monday: string, days: number): string =>
  new Date(Date.parse(monday) + days * dayMs).toISOString().slice(0, 10);

/** A person around a Monday; a session a day at the most, so that nobody sits in two at once. */
const person = (monday: string): fc.Arbitrary<OraclePerson> =>
  fc.record({
    worksThere: fc.integer({ max: 9 }).map((n) => n !== 0),
    hours: fc
      .tuple(...parts.map(() => fc.integer({ min: 0, max: 12 })))
      .map((halves) => Object.fromEntries(parts.map((part, n) => [part, (halves[n] ?? 0) / 2]))),
    absences: fc.uniqueArray(fc.nat(13), { maxLength: 2 }).map((days) => days.map((day) => dayAfter(monday, day))),
    deployments: fc.uniqueArray(
      fc
        .tuple(fc.constantFrom(...parts), fc.integer({ min: 1, max: 8 }), fc.nat(13), fc.nat(6))
        .map(
          ([part, halves, from, days]) =>
            [part, halves / 2, dayAfter(monday, from), dayAfter(monday, from + days)] as const,
        ),
      { maxLength: 3, selector: ([part, , fromOn]) => part + fromOn },
    ),
    sessions: fc
      .uniqueArray(
        fc.record({
          day: fc.nat(13),
          quarter: fc.integer({ min: 28, max: 80 }),
          length: fc.integer({ min: 2, max: 12 }),
        }),
        {
          maxLength: 3,
          selector: ({ day }) => day,
        },
      )
      .map((all) =>
        all.map(
          ({ day, quarter, length }) =>
            [new Date(Date.parse(monday) + day * dayMs + quarter * 900_000), length * 15] as const,
        ),
      ),
  });

const world = fc.constantFrom(...mondays).chain((monday) =>
  fc.record({
    people: fc.array(person(monday), { minLength: 1, maxLength: 3 }),
    from: fc.integer({ min: 0, max: 500 }).map((quarter) => new Date(Date.parse(monday) + quarter * 900_000)),
    hours: fc.integer({ min: 1, max: 24 * 10 }),
    minutes: fc.integer({ min: 2, max: 16 }).map((quarters) => quarters * 15),
  }),
);

async function write(people: readonly OraclePerson[]): Promise<void> {
  await desk.begin();
  await desk.owner.query(`insert into deployment (id, team_id, purpose, region, from_on, to_on, placed_by)
    values ('${idOf(71)}', '${idOf(51)}', 'SHORTEN_STAY', 'flevoland', '2027-01-01', '2027-12-31', 'test')`);
  for (const [index, { worksThere, hours, absences, deployments, sessions }] of people.entries()) {
    const id = ids[index];
    await desk.owner.query('update professional set municipality_codes = $2 where id = $1', [
      id,
      worksThere ? ['0995'] : ['0034'],
    ]);
    for (const [part, left] of Object.entries(hours).filter(([, all]) => all > 0))
      await desk.owner.query(
        `insert into availability_window (professional_id, time_window, hours_per_week, from_on) values ($1, $2, $3, '2020-01-01')`,
        [id, part, left],
      );
    for (const day of absences) await desk.owner.query('insert into absence values ($1, $2, $2)', [id, day]);
    for (const [part, left, fromOn, toOn] of deployments)
      await desk.owner.query(
        'insert into deployment_hours (deployment_id, professional_id, time_window, hours_per_week, from_on, to_on) values ($1, $2, $3, $4, $5, $6)',
        [idOf(71), id, part, left, fromOn, toOn],
      );
    for (const [begins, minutes] of sessions)
      await desk.owner.query(
        `with s as (insert into theme_session (region, theme_code, planned_at, minutes) values ('region-2', 'ANY_THEME', $2, $3) returning *)
         insert into theme_participant (session_id, organisation_id, professional_id, role, during)
         select s.id, $4, $1, 'functie', tstzrange(s.planned_at, s.planned_at + make_interval(mins => s.minutes)) from s`,
        [id, begins, minutes, idOf(1)],
      );
  }
}

describe('a time that all participants have', () => {
  it('is found as if every half hour was tried by the clock of the wall, also where that is put forward or back', async () => {
    let found = 0;
    await fc.assert(
      fc.asyncProperty(world, async ({ people, from, hours, minutes }) => {
        await write(people);
        const until = new Date(from.getTime() + hours * 3_600_000);
        const expected = oracleTimes(people, { from, until, minutes });
        const all = expected.filter(([, free]) => free.length === people.length).map(([begins]) => begins);
        const { times, codes } = await desk.commonTimes(themePeople.broker, {
          ...{
            professionalIds: ids.slice(0, people.length),
            municipalityCode: '0995',
            from,
            until,
            minutes,
            first: 20,
          },
        });
        expect(codes).toEqual([]);
        expect(times?.considered).toBe(expected.length);
        expect(times?.moments.map(({ startsAt }) => startsAt)).toEqual(all.slice(0, 20));
        found += all.length;
        for (const [index, { worksThere }] of people.entries())
          expect(times?.inTheWay.find(({ professional }) => professional?.id === ids[index])).toMatchObject({
            ...{ worksThere, freeMoments: expected.filter(([, free]) => free.includes(index)).length },
            withoutThem: expected.filter(([, free]) => free.length === people.length - 1 && !free.includes(index))
              .length,
          });
      }),
      { numRuns: runs },
    );
    expect(found).toBeGreaterThan(0);
  });
});
