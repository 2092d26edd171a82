import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { idOf } from '../../test/builders/rows/case.js';
import { cloneDatabase, type TestDatabase } from '../../test/database.js';
import { withClient } from '../database/client.js';
import { describeOutliers, findOutliers } from './outliers.js';
import { outliersOf, type Activity } from './outliers.rules.js';

const quiet = { role: 'care-broker', cases: 10, outsideHours: 0, refused: 0, breakGlasses: 0 };
const person = (userId: string, other: Partial<Activity> = {}): Activity => ({ ...quiet, userId, ...other });

describe('who did something unusual', () => {
  it.each<[string, Partial<Activity>, string[]]>([
    ['more cases than three times the others', { cases: 31 }, ['cases']],
    ['just three times the cases of the others', { cases: 30 }, []],
    ['work at night', { outsideHours: 6 }, ['outsideHours']],
    ['attempts that were refused', { refused: 6 }, ['refused']],
    ['two emergencies', { breakGlasses: 2 }, ['breakGlasses']],
    ['one emergency', { breakGlasses: 1 }, []],
    [
      'all of it',
      { cases: 99, outsideHours: 99, refused: 99, breakGlasses: 3 },
      ['cases', 'outsideHours', 'refused', 'breakGlasses'],
    ],
  ])('is told of %s', (_what, other, expected) => {
    const found = outliersOf([person('a'), person('b'), person('c'), person('els', other)]);
    expect(found.map(({ userId, measure }) => `${userId} ${measure}`)).toEqual(expected.map((one) => `els ${one}`));
  });

  it('is measured by others of the same role only', () => {
    const busy = [1, 2, 3].map((n) => person(`owner-${n}`, { role: 'case-owner', cases: 100 }));
    expect(outliersOf([...busy, person('a'), person('els', { cases: 40 })])).toEqual([
      { userId: 'els', role: 'care-broker', measure: 'cases', count: 40, median: 10, limit: 30 },
    ]);
  });

  it('is measured by what is usual where there is nobody else', () => {
    expect(outliersOf([person('els', { cases: 21 })])).toMatchObject([{ median: 0, limit: 20 }]);
    expect(outliersOf([person('els', { cases: 20 })])).toEqual([]);
  });
});

describe('what the audit says of a week', () => {
  let database: TestDatabase;
  let owner: string;

  beforeAll(async () => {
    database = await cloneDatabase('empty');
    owner = database.url('owner');
  });
  afterAll(() => database.drop());

  const write = (user: string, code: string, outcome: string, at: string, count: number): Promise<unknown> =>
    withClient(owner, (client) =>
      client.query(
        `insert into cases.audit_event (event_code, action, outcome, check_authorisation, check_relation, user_id, user_roles, access_point,
           purpose, object_type, object_ids, authorisation_protocol, source_id, trace_id, occurred_at)
         select $2, case when $2 = 'CASE_READ' then 'R' else 'C' end, $3, true, true, $1, '{care-broker}', 'page', 'FIND_CARE',
           case when $2 = 'CASE_READ' then 'Case' else 'BreakGlass' end, array['${idOf(0)}', ('${idOf(0).slice(0, -4)}' || 1000 + n)::uuid]::uuid[],
           'p', 'cases', 't', (date_trunc('week', (hub_now() at time zone 'Europe/Amsterdam')) + $4::interval) at time zone 'Europe/Amsterdam'
         from generate_series(1, $5) n`,
        [user, code, outcome, at, count],
      ),
    );

  it('is counted by different cases, local hours and outcome', async () => {
    await write('by day', 'CASE_READ', 'GRANTED', '-6 days -12 hours', 20);
    await write('at night', 'CASE_READ', 'GRANTED', '-5 days 3 hours', 6);
    await write('on Sunday', 'CASE_READ', 'GRANTED', '-12 hours', 6);
    await write('long ago', 'CASE_READ', 'GRANTED', '-60 days', 60);
    await write('refused', 'CASE_READ', 'REFUSED', '-5 days 10 hours', 6);
    await write('in need', 'BREAKGLASS_CREATED', 'GRANTED', '-5 days 10 hours', 2);
    const found = await findOutliers(owner, 14);
    expect(found.map(({ userId, measure, count }) => [userId, measure, count])).toEqual([
      ['at night', 'outsideHours', 6],
      ['by day', 'cases', 21],
      ['in need', 'breakGlasses', 2],
      ['on Sunday', 'outsideHours', 6],
      ['refused', 'refused', 6],
    ]);
    expect(describeOutliers(found, 14).split('\n')[1]).toBe(
      'by day (care-broker): cases read 21, more than 20; the median of the others is 3.5.',
    );
    expect(describeOutliers([], 7)).toBe('Nobody did anything unusual in the last 7 days.');
  });
});
