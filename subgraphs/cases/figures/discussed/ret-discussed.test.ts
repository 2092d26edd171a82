import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { withCaller } from '../../../../platform/database/with-caller.js';
import { callerAs } from '../../../../test/builders/callers.js';
import { openCasesDatabase, type CasesDatabase } from '../../../../test/builders/databases/cases-database.js';
import { caseRow, consultationRow, idOf } from '../../../../test/builders/rows/case.js';
import { retDiscussedReadModel } from './ret-discussed.read-model.js';
import { retDiscussedService } from './ret-discussed.service.js';
import type { DiscussedGrouping, DiscussedSubject } from './ret-discussed.vocabulary.js';

const broker = callerAs('care-broker');
let database: CasesDatabase;

/** Tables by case: kind, day and whether it was held. Of case 4 it was about the consultation that became the case. */
const tables: readonly [number, string, string, boolean][] = [
  [1, 'RET_MORNING', '2025-04-01', true],
  [1, 'ROUND_TABLE', '2025-04-20', true],
  [2, 'RET_MORNING', '2025-04-01', false],
  [2, 'CASE_WEEK', '2025-04-02', true],
  // more than half a year before, and after
  [3, 'RET_MORNING', '2024-10-01', true],
  [3, 'RET_MORNING', '2025-05-02', true],
  [4, 'ACCELERATION_TABLE', '2025-04-10', true],
];

beforeAll(async () => {
  database = await openCasesDatabase();
  const at = { openedAt: new Date('2025-01-10T12:00:00Z'), isThreatenedOutOfHome: true };
  await database.write({
    cases: [
      ...[1, 2, 3, 4].map((n) => caseRow(n, at)),
      caseRow(5, { ...at, municipalityCode: '0363' }),
      caseRow(6, { ...at, isThreatenedOutOfHome: false }),
      caseRow(7, { ...at, region: 'region-2' }),
    ],
    consultations: [consultationRow(4, { caseId: idOf(4) })],
  });
  for (const [n, kind, on, isHeld] of tables)
    await database.owner.query(
      `insert into round_table (case_id, consultation_id, kind, state, planned_at, held_at, participant_ids, organisation_ids, is_institution_involved,
         is_institution_invited, are_parents_present, decisions)
       values ($1, $2, $3, case when $5 then 'HELD' else 'PLANNED' end, $4::date, case when $5 then $4::date end, '{}', '{}', false, false,
         case when $5 then true end, case when $5 then '{DEPLOY_DUO}'::text[] else '{}' end)`,
      [n === 4 ? null : idOf(n), n === 4 ? idOf(4) : null, kind, on, isHeld],
    );
  // a placement in a group of each on 1 May, the sixth said to be discussed; one of a case that is gone, one in a family
  await database.owner.query(
    `insert into placement (case_id, region, municipality_code, birth_year, rung, status, started_at)
     select id, region, municipality_code, birth_year, 'RESIDENTIAL_GROUP', 'STARTED', '2025-05-01' from case_file`,
  );
  await database.owner.query(
    `insert into placement (region, municipality_code, birth_year, rung, status, started_at, ended_at)
     values ('flevoland', '0995', 2010, 'SECURE', 'ENDED', '2025-06-01', '2025-07-01'), ('flevoland', '0995', 2010, 'FOSTER', 'ENDED', '2025-06-01', '2025-07-01')`,
  );
  await database.owner.query(`insert into checklist (case_id, is_ret_discussed) values ($1, true), ($2, true)`, [
    idOf(6),
    idOf(1),
  ]);
});
afterAll(() => database.close());

/** The columns in which anybody is counted, by row. */
async function discussed(
  by: DiscussedGrouping,
  subject: DiscussedSubject,
  asOf = '2025-12-31',
): Promise<Record<string, Record<string, number | null>>> {
  return withCaller(database.db, broker, async (tx) => {
    const service = retDiscussedService(retDiscussedReadModel(tx));
    const { rows, columns } = await service.retDiscussed(broker, { region: null, year: 2025, asOf }, by, subject);
    const told = rows.map(({ key, cells }) => {
      const counts = cells.map(({ value }, index) => [columns[index]?.key ?? '', value] as const);
      return [key, Object.fromEntries(counts.filter(([, value]) => value !== 0))] as const;
    });
    return Object.fromEntries(told.filter(([, counts]) => Object.keys(counts).length > 0));
  });
}

describe('who was spoken about at a table', () => {
  it('before it went to live in a group, counts once, at the expert team first', async () => {
    expect(await discussed('MUNICIPALITY', 'RESIDENTIAL')).toEqual({
      '0995': { RET_MORNING: 1, CASE_WEEK: 1, ACCELERATION_TABLE: 1, CHECKLIST: 1, NONE: 1, ERASED: 1 },
      ELSEWHERE: { NONE: 1 },
    });
    expect(await discussed('MONTH', 'RESIDENTIAL')).toMatchObject({
      '2025-05': { RET_MORNING: 1, NONE: 2 },
      '2025-06': { ERASED: 1 },
    });
  });

  it('while it could lose its home, counts until the day that is asked for', async () => {
    expect(await discussed('MONTH', 'THREATENED')).toEqual({
      '2025-01': { RET_MORNING: 2, CASE_WEEK: 1, ACCELERATION_TABLE: 1, NONE: 1 },
    });
    expect(await discussed('MONTH', 'THREATENED', '2025-03-01')).toEqual({
      // the checklist does not say when
      '2025-01': { RET_MORNING: 1, CHECKLIST: 1, NONE: 3 },
    });
  });

  it('is told to nobody else by the database, whatever a statement forgets to ask', async () => {
    const ask = `select from discussed('flevoland', 'THREATENED', '2025-01-01', '2026-01-01', hub_now())`;
    const count = async (caller: typeof broker): Promise<number> =>
      (await withCaller(database.db, caller, (tx) => tx.query<unknown[]>(ask))).length;
    expect(await count(callerAs('analyst'))).toBeGreaterThan(0);
    for (const caller of [{ ...broker, region: 'region-2' }, callerAs('case-owner', idOf(901)), callerAs('ret-member')])
      expect(await count(caller)).toBe(0);
  });
});
