import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { withCaller } from '../../../platform/database/with-caller.js';
import { callerAs } from '../../../test/builders/callers.js';
import { openCasesDatabase, type CasesDatabase } from '../../../test/builders/databases/cases-database.js';
import { caseRow, consultationRow, idOf } from '../../../test/builders/rows/case.js';
import { goalService } from './goal.service.js';
import { goalStore } from './goal.store.js';

const broker = callerAs('care-broker');
const elsewhere = { ...broker, region: 'region-2' };
const year = 2025;
let database: CasesDatabase;

/** Cases 1 to 3 of the region, the first two under twelve, and 4 of another; whatever is counted happened to each of them in the year. */
const happened = [
  `insert into mentor (case_id, chosen_on) select id, '2025-03-01' from case_file`,
  `insert into placement (case_id, region, municipality_code, birth_year, rung, status, started_at, ended_at, end_reason)
   select id, region, municipality_code, birth_year, 'INTENSIVE_AMBULATORY', 'ENDED', '2025-01-10', '2025-01-20', 'ACCORDING_TO_PLAN' from case_file`,
  `insert into placement (case_id, region, municipality_code, birth_year, rung, status, started_at)
   select id, region, municipality_code, birth_year, 'RESIDENTIAL_GROUP', 'STARTED', '2025-02-01' from case_file`,
  `insert into checklist (case_id, version, state, completed_at) select id, 1, 'COMPLETE', '2025-01-15' from case_file where number like '%1'`,
  `insert into round_table (case_id, kind, state, planned_at, held_at, participant_ids, organisation_ids, is_institution_involved, is_institution_invited,
     are_parents_present, decisions)
   select id, kind, 'HELD', '2025-04-01', '2025-04-01', '{}', '{}', false, false, true, '{DEPLOY_DUO}' from case_file, unnest(array['CASE_WEEK','RET_MORNING']) kind`,
];

beforeAll(async () => {
  database = await openCasesDatabase();
  await database.write({
    cases: [
      caseRow(1, { birthYear: 2015, isThreatenedOutOfHome: true }),
      caseRow(2, { birthYear: 2014 }),
      caseRow(3, { birthYear: 2010 }),
      caseRow(4, { birthYear: 2015, region: 'region-2', isThreatenedOutOfHome: true }),
    ],
    consultations: [1, 2, 3].map((n) =>
      consultationRow(n, { reportingYear: year, result: n === 3 ? 'NOT_SUCCESSFUL' : 'OUT_OF_HOME_PREVENTED' }),
    ),
  });
  for (const sql of happened) await database.owner.query(sql);
});
afterAll(() => database.close());

const progress = async (caller = broker, asked = year): Promise<Record<string, unknown>> =>
  withCaller(database.db, caller, async (tx) => {
    const goals = await goalService(goalStore(tx)).progress(caller, null, asked);
    return Object.fromEntries(goals.map(({ measure, actual, gap }) => [measure, gap ?? actual]));
  });

describe('the goals of a region', () => {
  it('count what happened to its children in the year, and say what cannot be said', async () => {
    expect(await progress()).toEqual({
      OUT_OF_HOME_PREVENTED: 2,
      RESIDENTIAL_UNDER_12: 'NO_BASELINE',
      MENTORS: 3,
      INTENSIVE_AMBULATORY: 3,
      CASE_WEEK_UNDER_12: 2,
      RET_THREATENED: 1,
      CHECKLIST_USED: 'NO_TARGET',
      NORMAL_PLACES: 'NOT_RECORDED',
      BREAKDOWN_PREVENTED: 'NOT_RECORDED',
    });
    expect((await progress(broker, 2024))['MENTORS']).toBe(0);
  });

  it('are measured from where the region says that it began, by its own brokers only', async () => {
    const agreed = {
      measure: 'RESIDENTIAL_UNDER_12',
      operator: 'LESS_THAN_BASELINE_BY',
      target: 3,
      baseline: 6,
    } as const;
    await withCaller(database.db, broker, (tx) => goalService(goalStore(tx)).agree(broker, year, agreed));
    expect((await progress())['RESIDENTIAL_UNDER_12']).toBe(2);
    expect((await progress(elsewhere))['RESIDENTIAL_UNDER_12']).toBe('NO_BASELINE');
    await expect(progress(callerAs('case-owner', idOf(901)))).rejects.toMatchObject({ code: 'NOT_FOUND' });
    for (const caller of [callerAs('analyst'), callerAs('case-owner', idOf(901)), { ...broker, region: null }])
      await expect(
        withCaller(database.db, caller, (tx) => goalService(goalStore(tx)).agree(caller, year, agreed)),
      ).rejects.toThrow();
    expect(await database.owner.query(`select from goal where target = 3`)).toHaveLength(1);
    const tooMuch = { ...agreed, target: -1 };
    await expect(
      withCaller(database.db, broker, (tx) => goalService(goalStore(tx)).agree(broker, year, tooMuch)),
    ).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
  });
});
