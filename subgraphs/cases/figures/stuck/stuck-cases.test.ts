import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { withCaller } from '../../../../platform/database/with-caller.js';
import { callerAs } from '../../../../test/builders/callers.js';
import { openCasesDatabase, type CasesDatabase } from '../../../../test/builders/databases/cases-database.js';
import { caseRow, idOf, needRow } from '../../../../test/builders/rows/case.js';
import { consentRow, referralRow } from '../../../../test/builders/rows/referral.js';
import { stuckCasesReadModel } from './stuck-cases.read-model.js';
import { stuckFrom, usuallyStuckFrom, type StuckFrom } from './stuck-cases.rules.js';
import { stuckCasesService } from './stuck-cases.service.js';
import type { StuckGrouping, StuckMeasure } from './stuck-cases.vocabulary.js';

const broker = callerAs('care-broker');
const day = (text: string): Date => new Date(`${text}T12:00:00Z`);
const everybody: StuckFrom = { fromWeeks: 0, fromRefusals: 1 };
let database: CasesDatabase;

/** Placements by case: rung, first and last day, and whether it is a second place. */
const placed: readonly [number, string, string, string | null, boolean][] = [
  [2, 'FOSTER', '2025-02-01', null, false],
  [3, 'FOSTER', '2025-02-01', '2025-05-01', false],
  [4, 'FOSTER', '2025-02-01', null, true],
  [5, 'OWN_HOME', '2025-02-01', null, false],
];

async function write(): Promise<void> {
  const at = { openedAt: day('2025-01-01') };
  await database.write({
    cases: [
      ...[1, 2, 3, 4, 5].map((n) => caseRow(n, at)),
      caseRow(6, { ...at, municipalityCode: '0034', birthYear: 2008 }),
      caseRow(7, { openedAt: day('2025-06-01'), municipalityCode: '0363', birthYear: 1995 }),
      caseRow(8, { ...at, status: 'CLOSED', closedAt: day('2025-03-01') }),
      caseRow(9, at),
      caseRow(10, { ...at, region: 'region-2' }),
      caseRow(11, at),
    ],
    needs: [1, 2, 3, 4, 5, 8, 10]
      .map((n) => needRow(n, { rungs: ['FOSTER'] }))
      .concat([
        needRow(6, { rungs: ['FOSTER', 'FAMILY_HOME'] }),
        needRow(7, { rungs: [], heaviestRung: 'FOSTER' }),
        needRow(11, { rungs: ['AMBULATORY'] }),
      ]),
    consents: [6, 7, 3].map((n) => consentRow(n)),
    referrals: [
      ...[1, 2, 3].map((n) =>
        referralRow(n, {
          ...{ caseId: idOf(7), consentIds: [idOf(7)], madeAt: day('2025-06-02'), expiresAt: day('2025-07-30') },
          ...{ organisationId: idOf(800 + n), declinedAt: day(`2025-06-0${2 + n}`), declineReason: 'NO_CAPACITY' },
        }),
      ),
      // before the placement that ended: of an earlier search
      referralRow(4, {
        ...{ caseId: idOf(3), consentIds: [idOf(3)], madeAt: day('2025-01-02'), expiresAt: day('2025-02-01') },
        ...{ declinedAt: day('2025-01-03'), declineReason: 'NO_CAPACITY' },
      }),
    ],
  });
  for (const [n, rung, from, to, isSecondary] of placed)
    await database.owner.query(
      `insert into placement (case_id, region, municipality_code, birth_year, rung, status, started_at, ended_at, is_secondary)
       values ($1, 'flevoland', '0995', 2014, $2, case when $4::date is null then 'STARTED' else 'ENDED' end, $3::date, $4::date, $5)`,
      [idOf(n), rung, from, to, isSecondary],
    );
  // a hold that was refused without a referral, and a case that was closed for a month
  await database.owner.query(
    `insert into known_hold (hold_id, case_id, organisation_id, offer_id, rung, state, changed_at, version) values ($1, $1, $1, $1, 'FOSTER', 'REFUSED', '2025-06-10', 1)`,
    [idOf(6)],
  );
  await database.owner.query(
    `insert into case_change (case_id, version, kind, at, roles, purpose, reason) values
       ($1, 2, 'CLOSED', '2025-02-01', '{care-broker}', 'FIND_CARE', 'OTHER'), ($1, 3, 'REOPENED', '2025-03-01', '{care-broker}', 'FIND_CARE', null)`,
    [idOf(11)],
  );
  // until April another rung was sought for the first case
  await database.owner.query(
    `insert into former_need (case_id, rungs, version, replaced_at, birth_year, municipality_code, responsible_municipality_code, languages, legal_frameworks)
     values ($1, '{DAY_TREATMENT}', 1, '2025-04-01', 2014, '0995', '0995', '{nl}', '{}')`,
    [idOf(1)],
  );
}

beforeAll(async () => {
  database = await openCasesDatabase();
  await write();
});
afterAll(() => database.close());

/** The rows in which anybody is counted: how many in each column, and in all. */
async function stuck(
  by: StuckGrouping,
  {
    measure = 'WEEKS',
    from = everybody,
    asOf = '2025-06-30',
    caller = broker,
    year = 2025,
  }: {
    measure?: StuckMeasure;
    from?: StuckFrom;
    asOf?: string | null;
    caller?: typeof broker;
    year?: number;
  } = {},
): Promise<Record<string, (number | null)[]>> {
  return withCaller(database.db, caller, async (tx) => {
    const service = stuckCasesService(stuckCasesReadModel(tx));
    const { rows } = await service.stuckCases(caller, { region: null, year, asOf }, by, measure, from);
    const told = rows.map(
      ({ key, cells, total }) => [key, [...cells, total].map((cell) => cell?.value ?? null)] as const,
    );
    return Object.fromEntries(told.filter(([, numbers]) => numbers.some((value) => value !== 0)));
  });
}

describe('children for whom the search is stuck', () => {
  it('are counted by how long they are sought for, since the case was opened or the care that was sought ended', async () => {
    expect(await stuck('MUNICIPALITY')).toEqual({
      // 1, 4 and 5 since January, 3 since its foster family stopped on 1 May, 11 since it was opened again
      '0995': [0, 0, 1, 4, 0, 0, 5],
      '0034': [0, 0, 0, 1, 0, 0, 1],
      ELSEWHERE: [0, 1, 0, 0, 0, 0, 1],
    });
  });

  it('are counted by how often providers said no since then', async () => {
    expect(await stuck('AGE_BAND', { measure: 'REFUSALS' })).toEqual({
      AGE_4_11: [5, 0, 0, 0, 0, 5],
      AGE_16_17: [0, 1, 0, 0, 0, 1],
      OLDER: [0, 0, 0, 1, 0, 1],
    });
  });

  it('are stuck from a number of weeks or of refusals on, whichever comes first', async () => {
    expect(await stuck('AGE_BAND', { from: usuallyStuckFrom })).toEqual({
      AGE_4_11: [0, 0, 1, 4, 0, 0, 5],
      AGE_16_17: [0, 0, 0, 1, 0, 0, 1],
      OLDER: [0, 1, 0, 0, 0, 0, 1],
    });
    expect(Object.keys(await stuck('AGE_BAND', { from: { fromWeeks: 520, fromRefusals: 3 } }))).toEqual(['OLDER']);
  });

  it('count on every rung that is sought, as it was sought then', async () => {
    expect(await stuck('RUNG')).toMatchObject({
      ...{ AMBULATORY: [0, 0, 0, 1, 0, 0, 1], FOSTER: expect.anything(), FAMILY_HOME: expect.anything() },
      ANY: [0, 1, 0, 0, 0, 0, 1],
    });
    const before = await stuck('RUNG', { asOf: '2025-03-31' });
    expect([before['DAY_TREATMENT']?.at(-1), before['ANY']]).toEqual([1, undefined]);
  });

  it('are those of the day: what came later has not happened, and what was closed then is not open', async () => {
    const onDay = async (asOf: string) => (await stuck('MUNICIPALITY', { asOf }))['0995']?.at(-1);
    // 8 was still open, 11 was closed; 2 and 3 had no care yet
    expect(await onDay('2025-01-15')).toBe(7);
    expect(await onDay('2025-02-15')).toBe(4);
  });

  it('stand on a day of the year that is asked for', async () => {
    await expect(stuck('RUNG', { asOf: '2024-06-30' })).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
    await expect(stuck('RUNG', { asOf: null, year: 2099 })).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
    expect(await stuck('AGE_BAND', { asOf: null })).toEqual(await stuck('AGE_BAND', { asOf: '2025-12-31' }));
  });

  it('are told to nobody else by the database, whatever a statement forgets to ask', async () => {
    const count = async (caller: typeof broker) =>
      (
        await withCaller(database.db, caller, (tx) =>
          tx.query<unknown[]>(`select from stuck_cases('flevoland', hub_now())`),
        )
      ).length;
    expect(await count(broker)).toBeGreaterThan(0);
    for (const caller of [
      { ...broker, region: 'region-2' },
      callerAs('case-owner', idOf(901)),
      callerAs('provider-planner', idOf(801)),
    ])
      expect(await count(caller)).toBe(0);
  });
});

describe('from when a child is stuck', () => {
  it.each([
    ['EXACT', { fromWeeks: 2, fromRefusals: 9 }, { fromWeeks: 2, fromRefusals: 9 }],
    ['SUPPRESSED', { fromWeeks: 2, fromRefusals: 9 }, usuallyStuckFrom],
  ] as const)('is chosen by a broker and by no analyst: %s', (form, asked, used) => {
    expect(stuckFrom(form, asked)).toEqual(used);
  });

  it.each([
    { fromWeeks: -1, fromRefusals: 1 },
    { fromWeeks: 521, fromRefusals: 1 },
    { fromWeeks: 0, fromRefusals: 0 },
    { fromWeeks: 0, fromRefusals: 101 },
  ])('has bounds: %j', (asked) => {
    expect(() => stuckFrom('EXACT', asked)).toThrow(expect.objectContaining({ code: 'BAD_USER_INPUT' }));
  });
});
