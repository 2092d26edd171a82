import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { withCaller } from '../../../platform/database/with-caller.js';
import { roles, type Caller, type Role } from '../../../platform/identity/caller.js';
import { caseRow, consultationRow, idOf, needRow } from '../../../test/builders/rows/case.js';
import { callerAs } from '../../../test/builders/callers.js';
import { openCasesDatabase, type CasesDatabase } from '../../../test/builders/databases/cases-database.js';

// The database by itself: statements without any condition, sent as the login role of the subgraph.

let database: CasesDatabase;
const [own, other] = [idOf(901), idOf(902)];

beforeAll(async () => {
  database = await openCasesDatabase();
  await database.write({
    cases: [
      caseRow(1, { region: 'flevoland', ownerOrganisationId: own }),
      caseRow(2, { region: 'flevoland', ownerOrganisationId: other }),
      caseRow(3, { region: 'utrecht', ownerOrganisationId: own }),
      caseRow(4, { region: 'utrecht', ownerOrganisationId: null, ownReference: null }),
    ],
    needs: [needRow(1), needRow(2), needRow(3), needRow(4)],
    consultations: [
      consultationRow(1, { region: 'flevoland', referrerOrganisationId: own }),
      consultationRow(2, { region: 'utrecht', referrerOrganisationId: own }),
      consultationRow(3, { region: 'utrecht', referrerOrganisationId: other }),
    ],
  });
});

afterAll(() => database.close());

const tables = { case_file: 'id', need: 'case_id', consultation: 'id' };

/** The numbers of the rows of each table that a caller gets when everything is asked. */
async function seenBy(caller: Caller): Promise<Record<string, number[]>> {
  return withCaller(database.db, caller, async (tx) => {
    const seen: Record<string, number[]> = {};
    for (const [table, key] of Object.entries(tables)) {
      const rows: { id: string }[] = await tx.query(`select ${key} as id from ${table} order by 1`);
      seen[table] = rows.map(({ id }) => Number(id.slice(-4)));
    }
    return seen;
  });
}

const nothing = { case_file: [], need: [], consultation: [] };

describe('the database itself, whatever a statement forgets to ask', () => {
  it.each<[string, Caller, Record<string, number[]>]>([
    ['a broker: the region', callerAs('care-broker'), { case_file: [1, 2], need: [1, 2], consultation: [1] }],
    [
      'a case owner: the organisation',
      callerAs('case-owner', own),
      { case_file: [1, 3], need: [1, 3], consultation: [1, 2] },
    ],
    [
      'someone who is both: both',
      { ...callerAs('case-owner', own), roles: ['case-owner', 'care-broker'] },
      { case_file: [1, 2, 3], need: [1, 2, 3], consultation: [1, 2] },
    ],
    ['an analyst: what is counted of the region', callerAs('analyst'), { ...nothing, consultation: [1] }],
    ['a broker without a region: nothing', { ...callerAs('care-broker'), region: null }, nothing],
    ['a case owner without an organisation: nothing', callerAs('case-owner'), nothing],
    ['somebody without a role: nothing', { ...callerAs('care-broker', own), roles: [] }, nothing],
  ])('shows %s', async (_what, caller, expected) => {
    expect(await seenBy(caller)).toEqual(expected);
  });

  const withoutRows: readonly Role[] = roles.filter((role) => !['care-broker', 'case-owner', 'analyst'].includes(role));
  it.each(withoutRows)('shows a %s nothing, with region and organisation', async (role) => {
    expect(await seenBy(callerAs(role, own))).toEqual(nothing);
  });

  it('shows nothing to who is nobody, before and after somebody', async () => {
    const count = () => database.db.query<{ count: number }[]>('select count(*) from case_file');
    expect(await count()).toEqual([{ count: 0 }]);
    await seenBy(callerAs('care-broker'));
    expect(await count()).toEqual([{ count: 0 }]);
  });

  it('takes no text of a token for a part of its own statements', async () => {
    const caller = { ...callerAs('care-broker'), subject: `'; select set_config('hub.caller', '{}', false); --\\` };
    expect((await seenBy(caller))['case_file']).toEqual([1, 2]);
  });

  it.each([
    `update case_file set region = 'flevoland'`,
    'delete from case_file',
    `insert into need (case_id) values ('${idOf(4)}')`,
    'alter table case_file disable row level security',
    'set role thuisbasis',
    'truncate case_file cascade',
  ])('lets a broker change nothing: %s', async (sql) => {
    const changed = withCaller(database.db, callerAs('care-broker'), (tx) => tx.query<[unknown[], number]>(sql));
    const outcome = await changed.then(([, count]) => count).catch(() => 'refused');
    expect([0, 'refused']).toContain(outcome);
    expect(await database.owner.query('select count(*) from case_file where region = $1', ['utrecht'])).toEqual([
      { count: 2 },
    ]);
  });

  it('leaves no table of cases or consultations without it, and no role that passes it', async () => {
    const open = await database.owner.query<unknown[]>(
      `select relname from pg_class where relnamespace = 'cases'::regnamespace and relkind = 'r' and not relrowsecurity order by 1`,
    );
    expect(open).toEqual(
      [
        'audit_event',
        'audit_pending',
        'audit_seal',
        'case_serial',
        'erasure',
        'idempotency_key',
        'migration',
        'outbox',
        'outbox_forgotten',
        'outbox_trouble',
      ].map((relname) => ({ relname })),
    );
    const strong = await database.owner.query<unknown[]>(
      `select rolname from pg_roles where rolname like 'thuisbasis\\_%' and (rolbypassrls or rolsuper or rolcreaterole)`,
    );
    expect(strong).toEqual([]);
  });
});
