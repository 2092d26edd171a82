import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DataSource } from '../../../platform/database/database.js';
import { withCaller } from '../../../platform/database/with-caller.js';
import { roles, type Caller, type Role } from '../../../platform/identity/caller.js';
import { callerAs } from '../../../test/builders/callers.js';
import { cloneDatabase, type TestDatabase } from '../../../test/database.js';
import { openPeopleDatabase, plant } from '../testing/people-database.js';
import {
  contactRow,
  experienceRow,
  expertiseRow,
  idOf,
  membershipRow,
  networkRow,
  organisationRow,
  professionalRow,
  teamRow,
} from '../testing/rows.js';

// The database by itself: statements without any condition, sent as the login role of the subgraph.

let database: TestDatabase;
let db: DataSource;
let owner: DataSource;
const [own, other] = [idOf(1), idOf(2)];

beforeAll(async () => {
  database = await cloneDatabase('empty');
  db = await openPeopleDatabase(database.url('people'));
  owner = await openPeopleDatabase(database.url('owner'));
  await plant(owner, {
    organisations: [organisationRow(1), organisationRow(2)],
    professionals: [
      professionalRow(11, 1),
      professionalRow(12, 1, { isVisible: false }),
      professionalRow(13, 1, { leftOn: '2020-01-01' }),
      professionalRow(21, 2, { isExperienceShown: true }),
      professionalRow(22, 2, { isVisible: false }),
    ],
    contacts: [
      ...[11, 12, 13, 21, 22].map((n) => contactRow(n, { isShown: n !== 21 })),
      contactRow(21, { kind: 'PHONE', value: '+31320000121' }),
    ],
    expertise: [11, 12, 13, 21, 22].map((n) => expertiseRow(n, 'SAFETY')),
    experience: [11, 12, 13, 21, 22].map((n) => experienceRow(n, 'FOSTER_CARE')),
    networks: [networkRow(41)],
    teams: [teamRow(31, 1), teamRow(32, 2), teamRow(33, null)],
    memberships: [membershipRow(31, 13), membershipRow(32, 22), membershipRow(33, 11), membershipRow(33, 22)],
  });
});

afterAll(async () => {
  await db.destroy();
  await owner.destroy();
  await database.drop();
});

const keys = { professional: 'id', expertise: 'professional_id', team: 'id', team_membership: 'team_id' };

/** The numbers of the rows of each table that a caller gets when everything is asked. */
async function seenBy(caller: Caller, through: DataSource = db): Promise<Record<string, number[]>> {
  return withCaller(through, caller, async (tx) => {
    const seen: Record<string, number[]> = {};
    for (const [table, key] of Object.entries(keys)) {
      const rows: { id: string }[] = await tx.query(`select ${key} as id from ${table} order by 1`);
      seen[table] = rows.map(({ id }) => Number(id.slice(-2)));
    }
    return seen;
  });
}

const rows = (professional: number[], team: number[], membership: number[]) => ({
  ...{ professional, expertise: professional, team, team_membership: membership },
});
const every: [number[], number[]] = [
  [31, 32, 33],
  [32, 33, 33],
];
const nothing = rows([], [], []);

describe('the database itself, whatever a statement forgets to ask', () => {
  it.each<[string, Caller, Record<string, number[]>]>([
    ['a broker: who wants to be found', callerAs('care-broker'), rows([11, 21], ...every)],
    [
      'a case owner: who wants to be found, and all of the own organisation',
      callerAs('case-owner', own),
      rows([11, 12, 21], ...every),
    ],
    ['a table member: who wants to be found', callerAs('ret-member'), rows([11, 21], ...every)],
    [
      'a planner: all of the own organisation, and every team',
      callerAs('provider-planner', other),
      rows([21, 22], ...every),
    ],
    [
      "a provider's system: the own organisation, and the teams in which it takes part",
      callerAs('provider-system', own),
      rows([11, 12], [31, 33], [33, 33]),
    ],
    ['a planner without an organisation: teams alone', callerAs('provider-planner'), rows([], ...every)],
    ['a system without an organisation: nothing', callerAs('provider-system'), nothing],
    ['somebody without a role: nothing', { ...callerAs('care-broker', own), roles: [] }, nothing],
  ])('shows %s', async (_what, caller, expected) => {
    expect(await seenBy(caller)).toEqual(expected);
  });

  const withoutRows: readonly Role[] = roles.filter((role) =>
    ['analyst', 'privacy-officer', 'operator'].includes(role),
  );
  it.each(withoutRows)('shows a %s nothing, with region and organisation', async (role) => {
    expect(await seenBy(callerAs(role, own))).toEqual(nothing);
  });

  it.each<[string, Caller, string[], number[]]>([
    ['a broker: what is shown', callerAs('care-broker'), ['11 EMAIL', '21 PHONE'], [21]],
    ['a table member: what is shown', callerAs('ret-member'), ['11 EMAIL', '21 PHONE'], [21]],
    [
      'a case owner: what is shown, and all of the own organisation',
      callerAs('case-owner', own),
      ['11 EMAIL', '12 EMAIL', '21 PHONE'],
      [11, 12, 21],
    ],
    [
      'a planner: all of the own organisation',
      callerAs('provider-planner', other),
      ['21 EMAIL', '21 PHONE', '22 EMAIL'],
      [21, 22],
    ],
    ["another provider's system: nothing of it", callerAs('provider-system', own), ['11 EMAIL', '12 EMAIL'], [11, 12]],
    ['an analyst: nothing', callerAs('analyst', own), [], []],
    ['somebody without a role: nothing', { ...callerAs('care-broker', own), roles: [] }, [], []],
  ])('tells how professionals are reached and what they went through to %s', async (_what, caller, reached, lived) => {
    await withCaller(db, caller, async (tx) => {
      const contacts: { id: string; kind: string }[] = await tx.query(
        'select professional_id as id, kind from work_contact order by 1, 2',
      );
      expect(contacts.map(({ id, kind }) => `${id.slice(-2)} ${kind}`)).toEqual(reached);
      const experts: { id: string }[] = await tx.query('select professional_id as id from experience order by 1');
      expect(experts.map(({ id }) => Number(id.slice(-2)))).toEqual(lived);
    });
  });

  it('shows networks to who works with families or plans, and to nobody else', async () => {
    const seen = async (caller: Caller): Promise<number> =>
      (await withCaller(db, caller, (tx) => tx.query<unknown[]>('select from network'))).length;
    for (const role of roles)
      expect([role, await seen(callerAs(role, own))]).toEqual([
        role,
        ['analyst', 'privacy-officer', 'operator', 'developer'].includes(role) ? 0 : 1,
      ]);
  });

  it('leaves who left in no team, and tells of a member who may not be found no more than that', async () => {
    const taking = await withCaller(db, callerAs('provider-planner', own), (tx) =>
      tx.query<{ id: string }[]>('select organisation_id as id from team_participation where team_id = $1 order by 1', [
        idOf(33),
      ]),
    );
    expect(taking).toEqual([{ id: own }, { id: other }]);
  });

  it.each([
    `update professional set name = 'X'`,
    'delete from expertise',
    'update work_contact set is_shown = true',
    'delete from experience',
    `insert into work_contact (professional_id, kind, value) values ('${idOf(11)}', 'PHONE', '+31320000101')`,
    `update network set name = 'X'`,
    `insert into team_membership (team_id, professional_id, role, from_on) values ('${idOf(31)}', '${idOf(11)}', 'lid', '2020-01-01')`,
    `update team set organisation_id = '${own}'`,
    `update organisation set intake_phone = '+31320000101'`,
    'alter table professional disable row level security',
    'drop policy professional_seen on professional',
    'alter view team_participation reset (security_barrier)',
    'set role thuisbasis',
  ])('lets a broker change nothing: %s', async (sql) => {
    const outcome = await withCaller(db, callerAs('care-broker', own), (tx) => tx.query<[unknown[], number]>(sql))
      .then(([, count]) => count)
      .catch(() => 'refused');
    expect([0, 'refused']).toContain(outcome);
  });
});

/** What stands open to every caller of people, and why. */
const openTables: Readonly<Record<string, string>> = {
  organisation: 'the public profile of an organisation: no person',
  audit_event: 'written for every caller; who may read it is decided by the operations',
  audit_pending: 'no right for the login role',
  audit_seal: 'no right for the login role',
  migration: 'no right for the login role',
  outbox: 'identifiers of deployments and their region, read by the relay',
  outbox_forgotten: 'how far events were forgotten',
  outbox_trouble: 'which event could not be handed on',
};

describe('the catalogue of people', () => {
  it('has row level security on every table but those that stand open for a reason', async () => {
    const open = await owner.query<{ relname: string }[]>(
      `select relname from pg_class where relnamespace = 'people'::regnamespace and relkind = 'r' and not relrowsecurity`,
    );
    expect(open.map(({ relname }) => relname).sort()).toEqual(Object.keys(openTables).sort());
  });

  it.each(['audit_pending', 'audit_seal', 'migration'])('gives the login role no way to %s', async (table) => {
    await expect(db.query(`select * from ${table}`)).rejects.toThrow(/permission denied/);
  });

  it('lets a view show more than the caller may only where no person is in it, behind a barrier', async () => {
    const views = await owner.query<unknown[]>(
      `select relname, reloptions from pg_class where relnamespace = 'people'::regnamespace and relkind in ('v', 'm')
         and not coalesce('security_invoker=true' = any(reloptions), false)`,
    );
    expect(views).toEqual([
      { relname: 'team_participation', reloptions: ['security_invoker=false', 'security_barrier=true'] },
    ]);
  });

  it('pins the search path of every function that acts as the owner', async () => {
    const functions = await owner.query<{ proname: string; pinned: boolean }[]>(
      `select proname, coalesce(array_to_string(proconfig, ' '), '') ~ 'search_path=people, (public, )?pg_temp' as pinned
       from pg_proc where pronamespace = 'people'::regnamespace and prosecdef`,
    );
    expect(functions.map(({ proname }) => proname).sort()).toEqual([
      ...[
        'always_two',
        'await_seal',
        'carried_teams',
        'carries',
        'common_times',
        'deploys_own',
        'duo_use',
        'forget_case',
        'forget_events',
        'hours_left',
        'is_present',
        'is_there',
        'keep_case',
        'keep_where_known',
        'keep_where_sent',
        'knows_steps',
        'let_go',
        'network_response',
      ],
      ...[
        'never_over_hours',
        'receive_cases',
        'receive_round_tables',
        'route_request',
        'seal_audit',
        'seats_own',
        'seek_experts',
        'seek_professionals',
      ],
      ...['tell_intake', 'verify_audit', 'was_present'],
    ]);
    expect(functions.filter(({ pinned }) => !pinned)).toEqual([]);
  });

  it('has no role that passes by it', async () => {
    const strong = await owner.query<unknown[]>(
      `select rolname from pg_roles where rolname like 'thuisbasis\\_%' and (rolbypassrls or rolsuper or rolcreaterole)`,
    );
    const owned = await owner.query<unknown[]>(
      `select relname from pg_class where relnamespace = 'people'::regnamespace and relowner = 'thuisbasis_people'::regrole`,
    );
    expect([strong, owned]).toEqual([[], []]);
  });
});
