import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { withCaller } from '../../../platform/database/with-caller.js';
import type { Caller } from '../../../platform/identity/caller.js';
import { openThemeDesk, themePeople, type ThemeDesk } from '../../../test/builders/desks/theme-desk.js';
import { idOf } from '../testing/rows.js';
import { meetingHours } from './meeting-hours.js';

const { broker, owner, member, planner, otherPlanner } = themePeople;
const week = { from: '2027-06-07T00:00:00Z', until: '2027-06-13T22:00:00Z', minutes: 60 };
let desk: ThemeDesk;

beforeAll(async () => {
  desk = await openThemeDesk();
  for (const [n, part, hours] of [
    [11, 'DAYTIME', 8],
    [11, 'EVENING', 2],
    [12, 'EVENING', 4],
    [21, 'DAYTIME', 1],
  ] as const)
    await desk.owner.query(
      `insert into availability_window (professional_id, time_window, hours_per_week, from_on) values ($1, $2, $3, '2020-01-01')`,
      [idOf(n), part, hours],
    );
  await desk.owner.query(`insert into absence values ($1, '2027-06-07', '2027-06-08')`, [idOf(11)]);
});
afterAll(() => desk.close());

const seek = (people: readonly number[], other: object = {}, caller: Caller = broker) =>
  desk.commonTimes(caller, { professionalIds: people.map(idOf), ...week, ...other });
const startsOf = async (people: readonly number[], other: object = {}) =>
  (await seek(people, other)).times?.moments.map(({ startsAt }) => startsAt);

describe('a time that all participants have', () => {
  it('is the earliest at which everybody has hours and nobody is away', async () => {
    expect(await startsOf([11, 21], { first: 2 })).toEqual(['2027-06-09T06:30:00.000Z', '2027-06-09T07:00:00.000Z']);
    const { times } = await seek([11, 12]);
    expect(times?.moments[0]).toEqual({ startsAt: '2027-06-09T16:00:00.000Z', endsAt: '2027-06-09T17:00:00.000Z' });
  });

  it('begins at the same hour of the wall clock in winter', async () => {
    const winter = { from: '2027-11-01T00:00:00Z', until: '2027-11-05T00:00:00Z', first: 1 };
    expect(await startsOf([21], winter)).toEqual(['2027-11-01T07:30:00.000Z']);
  });

  it('is not sought in the past', async () => {
    const from = new Date(Date.now() - 30 * 86_400_000).toISOString();
    const until = new Date(Date.now() + 30 * 86_400_000).toISOString();
    const [first = ''] = (await startsOf([11], { from, until })) ?? [];
    expect(Date.parse(first)).toBeGreaterThan(Date.now());
  });

  it('is not there for longer than somebody has, and it is told who stands in the way', async () => {
    const { times } = await seek([11, 21], { minutes: 90 });
    expect(times?.moments).toEqual([]);
    const [worst] = times?.inTheWay ?? [];
    expect(worst).toMatchObject({ professional: { id: idOf(21) }, freeMoments: 0 });
    expect(worst?.withoutThem).toBeGreaterThan(0);
  });

  it('is not there where somebody does not work, unless they meet by video', async () => {
    const there = await seek([11, 12], { municipalityCode: '0995' });
    expect(there.times?.moments).toEqual([]);
    expect(there.times?.inTheWay[0]).toMatchObject({ professional: { id: idOf(12) }, worksThere: false });
    expect((await startsOf([11, 12], { municipalityCode: '0034' }))?.length).toBeGreaterThan(0);
  });

  it('takes one statement to find, however many are to come', async () => {
    const count = async (people: readonly number[]) => {
      desk.statements.length = 0;
      await seek(people);
      return desk.statements.filter((sql) => sql.includes('common_times')).length;
    };
    expect([await count([11]), await count([11, 12, 21, 91])]).toEqual([1, 1]);
  });

  it('is noted as a look at each of them', async () => {
    await desk.owner.query('truncate audit_event cascade');
    await seek([11, 21]);
    const noted = await desk.owner.query<{ object_ids: string[] }[]>(
      `select object_ids from audit_event where object_type = 'Professional'`,
    );
    expect(noted.flatMap(({ object_ids }) => object_ids).sort()).toEqual([idOf(11), idOf(21)]);
  });
});

describe('who sits at a round table of cases', () => {
  const tell = (tables: readonly object[]) =>
    desk.owner.query('select receive_round_tables($1)', [JSON.stringify(tables)]);
  const table = {
    ...{ tableId: idOf(71), professionalIds: [idOf(11), idOf(21)], version: 1 },
    ...{ startsAt: '2027-06-09T06:45:00Z', endsAt: '2027-06-09T08:15:00Z' },
  };
  afterAll(() => tell([{ tableId: idOf(71), startsAt: null, version: 9 }]));

  it('is not free then, and offers less in that week; by others of the same week nobody is hindered', async () => {
    expect(await startsOf([11], { first: 1 })).toEqual(['2027-06-09T06:30:00.000Z']);
    await tell([table]);
    expect(await startsOf([11], { first: 1 })).toEqual(['2027-06-09T08:30:00.000Z']);
    // the hour that the one at the other organisation offers in a week is taken
    expect(await startsOf([21])).toEqual([]);
    expect(await startsOf([21], { from: '2027-06-14T00:00:00Z', until: '2027-06-19T00:00:00Z', first: 1 })).toEqual([
      '2027-06-14T06:30:00.000Z',
    ]);
    expect((await startsOf([12], { first: 1 }))?.length).toBe(1);
  });

  it('is free again once it is cancelled', async () => {
    await tell([{ ...table, professionalIds: [], version: 2 }]);
    expect(await startsOf([11, 21], { first: 1 })).toEqual(['2027-06-09T06:30:00.000Z']);
  });
});

describe('who is free', () => {
  const everybody = [11, 12, 21, 22, 91];
  /** Who of everybody is free at any moment, as the function itself tells it. */
  const freeFor = (caller: Caller): Promise<number[]> =>
    withCaller(desk.db, caller, async (tx) => {
      const rows = await tx.query<{ id: string }[]>(
        `select distinct unnest(free_people) as id from common_times($1, null, '2027-06-07', '2027-06-20', 30, $2) order by 1`,
        [everybody.map(idOf), JSON.stringify(meetingHours)],
      );
      return rows.map(({ id }) => everybody.find((n) => idOf(n) === id) ?? 0);
    });

  beforeAll(async () => {
    for (const n of [22, 91])
      await desk.owner.query(
        `insert into availability_window (professional_id, time_window, hours_per_week, from_on) values ($1, 'DAYTIME', 8, '2020-01-01')`,
        [idOf(n)],
      );
  });

  it.each<[string, Caller, number[]]>([
    ['a broker learns of those who want to be found', broker, [11, 12, 21, 91]],
    ['the owner of a case does', owner, [11, 12, 21, 91]],
    ['a planner learns of the own people', planner, [11, 12]],
    ['another planner of its own', otherPlanner, [91]],
    ['an analyst learns of nobody', { ...broker, roles: ['analyst'] }, []],
    ['a system of a provider learns of nobody', { ...planner, roles: ['provider-system'] }, []],
  ])('is held to by the database: %s', async (_who, caller, free) => {
    expect(await freeFor(caller)).toEqual(free);
  });

  it('is told of nobody who left', async () => {
    await desk.owner.query('update professional set left_on = today() where id = $1', [idOf(91)]);
    expect(await freeFor(broker)).toEqual([11, 12, 21]);
    await desk.owner.query('update professional set left_on = null where id = $1', [idOf(91)]);
  });

  it('is nobody, where nobody is named who asks', async () => {
    const rows = await desk.db.query<object[]>(
      `select from common_times($1, null, '2027-06-07', '2027-06-20', 30, $2) where free_people is not null`,
      [everybody.map(idOf), JSON.stringify(meetingHours)],
    );
    expect(rows).toEqual([]);
  });
});

describe('a time that all have is sought', () => {
  it.each<[string, Caller]>([
    ['a broker', broker],
    ['the owner of a case', owner],
    ['a member of tables', member],
  ])('by %s, of whom that may find', async (_who, caller) => {
    expect((await seek([11, 21, 91], {}, caller)).codes).toEqual([]);
    expect((await seek([11, 22], {}, caller)).codes).toEqual(['NOT_FOUND']);
  });

  it('by a planner of own people only', async () => {
    expect((await seek([11, 12], {}, planner)).codes).toEqual([]);
    expect((await seek([11, 21], {}, planner)).codes).toEqual(['NOT_FOUND']);
    expect((await seek([91], {}, otherPlanner)).codes).toEqual([]);
  });

  it.each<[string, object, string]>([
    ['of nobody', { professionalIds: [] }, 'BAD_USER_INPUT'],
    ['of too many', { professionalIds: Array<string>(21).fill(idOf(11)) }, 'BAD_USER_INPUT'],
    ['of somebody who is not there', { professionalIds: [idOf(99)] }, 'NOT_FOUND'],
    ['of what is no identifier', { professionalIds: ['who'] }, 'NOT_FOUND'],
    ['backwards', { until: '2027-06-01T00:00:00Z' }, 'BAD_USER_INPUT'],
    ['for a whole year', { until: '2028-06-01T00:00:00Z' }, 'BAD_USER_INPUT'],
    ['for five minutes', { minutes: 5 }, 'BAD_USER_INPUT'],
    ['without end', { first: 21 }, 'BAD_USER_INPUT'],
    ['in a municipality that is none', { municipalityCode: '0001' }, 'UNKNOWN_MUNICIPALITY'],
  ])('in vain %s', async (_what, other, code) => {
    expect((await seek([11], other)).codes).toEqual([code]);
  });

  it('is refused to an analyst', async () => {
    expect((await seek([11], {}, { ...broker, roles: ['analyst'] })).codes).toEqual(['FORBIDDEN']);
  });
});
