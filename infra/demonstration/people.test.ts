import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DataSource } from '../../platform/database/database.js';
import { ExpertiseCode } from '../../subgraphs/people/expertise/expertise.vocabulary.js';
import { isAgb, isKvk, isOin } from '../../vocabulary/codes/registers.js';
import { TeamKind } from '../../subgraphs/people/team/team.vocabulary.js';
import { readGuides } from '../../subgraphs/people/guides/read-guides.js';
import { openPeopleDatabase } from '../../subgraphs/people/testing/people-database.js';
import { cloneDatabase, type TestDatabase } from '../../test/database.js';
import { demonstrationRows } from './load.js';
import { growPeople, loadPeople } from './people.js';
import { demonstrationOrganisations } from './people/profiles.js';

let database: TestDatabase;
let db: DataSource;
let progressed = 0;

beforeAll(async () => {
  database = await cloneDatabase('empty');
  db = await openPeopleDatabase(database.url('owner'));
  await loadPeople(db, (rows) => (progressed += rows));
});

afterAll(async () => {
  await db.destroy();
  await database.drop();
});

async function values<T>(sql: string): Promise<T[]> {
  const rows = await db.query<{ value: T }[]>(`select value from (${sql}) found (value)`);
  return rows.map(({ value }) => value);
}

const tables = [
  ...(['organisation', 'professional', 'work_contact', 'expertise', 'experience'] as const),
  ...(['team', 'team_membership', 'availability_window'] as const),
];

async function counts(): Promise<number[]> {
  return Promise.all(tables.map(async (table) => (await values<number>(`select count(*) from ${table}`))[0] ?? 0));
}

describe('the people of the demonstration region', () => {
  it('are 57 organisations, 150 professionals and their teams, as told', async () => {
    const [organisations, professionals, contacts, , , teams] = await counts();
    expect([organisations, professionals, contacts, teams]).toEqual([57, 150, 300, 38]);
    const [others = 0] = await values<number>(
      `select (select count(*) from network) + (select count(*) from theme_session) + (select count(*) from theme_participant)
         + (select count(*) from network_request)`,
    );
    expect(progressed).toBe((await counts()).reduce((sum, count) => sum + count, others));
    expect(progressed).toBe(demonstrationRows.people);
  });

  it('are the same wherever they are loaded', async () => {
    const names = `select md5(string_agg(name || job_title || value, ',' order by id)) from professional
      join work_contact on professional_id = id and kind = 'PHONE'`;
    expect(await values(names)).toEqual(['24e2a7987bdecf8ff07015111d7df586']);
  });

  it('carry numbers in the forms of their registers, and none twice', () => {
    const rows = demonstrationOrganisations('2026-11-21');
    expect(rows.every(({ kvk, oin }) => isKvk(kvk ?? '') && isOin(oin ?? ''))).toBe(true);
    const numbers = rows.flatMap(({ kvk, agb }) => [kvk, ...agb]);
    expect(numbers.every((number) => isAgb(number ?? ''))).toBe(true);
    expect(new Set(numbers).size).toBe(numbers.length);
  });

  it('have telephones that cannot exist and addresses that nobody owns', async () => {
    const phones = await values<string>(
      `select phone from organisation union all select value from work_contact where kind = 'PHONE'
       union all select intake_phone from organisation where intake_phone is not null`,
    );
    expect(new Set(phones).size).toBe(phones.length);
    expect(
      phones.filter((phone) => !/^\+31(30|35|36|38|320|321|341|527)000[0-9]+$/.test(phone) || phone.length !== 12),
    ).toEqual([]);
    const emails = await values<string>(
      `select email from organisation union all select value from work_contact where kind = 'EMAIL'
       union all select intake_email from organisation where intake_email is not null`,
    );
    expect(emails.filter((email) => !/^[a-z.]+@[a-z-]+\.example$/.test(email))).toEqual([]);
  });

  it('work in the region, and bear different names', async () => {
    const elsewhere = `not municipality_codes && '{0034,0303,0995,0171,0184,0050}'`;
    expect(
      await values(`select name from organisation where ${elsewhere} union select name from team where ${elsewhere}`),
    ).toEqual([]);
    expect(await values('select count(distinct name) from professional')).toEqual([150]);
  });

  it('have every expertise and every kind of team', async () => {
    expect((await values('select distinct code from expertise')).sort()).toEqual([...ExpertiseCode.codes].sort());
    expect((await values('select distinct kind from team')).sort()).toEqual([...TeamKind.codes].sort());
  });

  it('are in teams: nearly every provider in one at least, the duo from five providers', async () => {
    const providers = `select id from organisation where kind in ('CARE_PROVIDER', 'FOSTER_CARE_PROVIDER')`;
    const [inTeam] = await values<number>(
      `select count(distinct organisation_id) from team_participation where organisation_id in (${providers})`,
    );
    expect(inTeam).toBeGreaterThanOrEqual(42);
    const duo = `select team_id from team_participation join team on team.id = team_id where team.kind = 'AMBULATORY_DUO'`;
    expect(await values(`select count(*) from (${duo}) participation`)).toEqual([5]);
  });

  it('are in networks: that of expertise of Flevoland and Utrecht, which Utrecht coordinates, and that of the RET', async () => {
    const rows = await db.query<unknown[]>(
      `select n.kind, cardinality(n.municipality_codes) as places, coordinating_municipality_code as coordinates,
         array_agg(distinct t.kind order by t.kind) filter (where t.kind is not null) as teams
       from network n left join team t on t.network_id = n.id group by n.id order by n.kind`,
    );
    expect(rows).toEqual([
      { kind: 'EXPERTISE', places: 32, coordinates: '0344', teams: ['EXPERT_TEAM'] },
      { kind: 'PROFESSIONAL', places: 6, coordinates: '0995', teams: null },
      { kind: 'REGIONAL_EXPERT', places: 6, coordinates: '0034', teams: ['RET', 'RET_2_0'] },
    ]);
  });

  it('show what they went through where that is their job, and some no telephone number', async () => {
    const experts = `select distinct professional_id from experience`;
    const jobs = await values<string>(`select distinct job_title from professional where id in (${experts})`);
    expect(jobs).toEqual(['ervaringsdeskundige']);
    expect(await values(`select bool_and(is_experience_shown) from professional where id in (${experts})`)).toEqual([
      true,
    ]);
    const [hidden = 0] = await values<number>('select count(*) from work_contact where not is_shown');
    expect(hidden).toBeGreaterThan(5);
  });

  it('met at theme tables and will again, by day in the week, and nobody sits there who goes out in a duo', async () => {
    const rows = await db.query<object[]>(
      `select state, count(*)::integer as sessions, bool_and((planned_at > hub_now()) = (state = 'PLANNED')) as "isThen",
         bool_and(to_char(planned_at at time zone 'Europe/Amsterdam', 'ID HH24:MI') = '2 09:30') as "isTuesday"
       from theme_session group by 1 order by 1`,
    );
    const always = { isThen: true, isTuesday: true };
    expect(rows).toEqual([
      { state: 'HELD', sessions: 3, ...always },
      { state: 'PLANNED', sessions: 2, ...always },
    ]);
    const themes = JSON.stringify(
      readGuides({})
        .get('flevoland')
        ?.themes.map(({ code }) => code) ?? [],
    );
    expect(await values(`select theme_code from theme_session where not '${themes}'::jsonb ? theme_code`)).toEqual([]);
    expect(
      await values(
        `select p.professional_id from theme_participant p join team_membership m using (professional_id) join team t on t.id = m.team_id
         where t.kind = 'AMBULATORY_DUO'`,
      ),
    ).toEqual([]);
  });

  it('were asked things in half a year, mostly in time, and one that waits since this morning; nobody is told of these anew', async () => {
    const rows = await db.query<object[]>(
      `select state, count(*)::integer as questions, bool_and(asked_at > hub_now() - interval '200 days') as "isOfLate",
         bool_and(first_contact_at <= answered_at and answered_at < hub_now()) is not false as "isInOrder",
         bool_and((first_contact_at > due_at) = (overdue_told_at is not null)) is not false as "isLateTold", bool_or(first_contact_at > due_at) as "isEverLate"
       from network_request group by 1 order by 1`,
    );
    const always = { isOfLate: true, isInOrder: true, isLateTold: true };
    expect(rows).toEqual([
      { state: 'ANSWERED', questions: 24, ...always, isEverLate: true },
      { state: 'ASKED', questions: 1, ...always, isEverLate: null },
    ]);
    expect(
      await values(
        `select r.id from network_request r join team t on t.id = r.team_id
         where t.valid_to_on < today() or t.kind not in ('RET', 'RET_2_0', 'EXPERT_TEAM', 'AMBULATORY_DUO')`,
      ),
    ).toEqual([]);
    expect(await values('select id from outbox where position is null')).toEqual([]);
  });

  it('remember the acceleration team: eight people, 16 hours, to the end of 2023, then RET 2.0', async () => {
    const rows = await db.query<unknown[]>(
      `select ended.valid_to_on, successor.kind as successor, hours_average, to_on, count(*) as members
       from team ended join team successor on successor.id = ended.successor_id join team_membership on team_id = ended.id
       where ended.kind = 'ACCELERATION' group by 1, 2, 3, 4`,
    );
    const end = '2023-12-31';
    expect(rows).toEqual([{ valid_to_on: end, successor: 'RET_2_0', hours_average: 16, to_on: end, members: 8 }]);
  });
});

describe('growing the country', () => {
  it('adds whole regions, each once', async () => {
    const region = await counts();
    await growPeople(db, 3);
    await growPeople(db, 2);
    await growPeople(db, 3);
    expect(await counts()).toEqual(region.map((count) => count * 3));
  });

  it('gives a copy its networks, with its own municipalities, and its teams are in these', async () => {
    const rows = await db.query<object[]>(
      `select n.kind, n.functions, count(distinct t.id)::integer as teams, bool_and(array[n.coordinating_municipality_code] <@ n.municipality_codes) as "isOwn",
         n.municipality_codes <@ array(select generate_series(2006, 2011)::text) as "isThere"
       from network n left join team t on t.network_id = n.id where n.name like '%(regio 3)' group by n.id order by n.kind`,
    );
    const region = await db.query<object[]>(
      `select n.kind, n.functions, count(distinct t.id)::integer as teams, true as "isOwn", true as "isThere"
       from network n left join team t on t.network_id = n.id where n.name not like '%(regio %' group by n.id order by n.kind`,
    );
    expect(region).toHaveLength(3);
    expect(rows).toEqual(region);
  });

  it('gives a copy its own key, numbers, addresses and municipalities', async () => {
    const [copy] = await db.query<Record<string, unknown>[]>(`select * from organisation where key = 'rietvink-3'`);
    const id = (await values<string>(`select md5(id || ':3')::uuid from organisation where key = 'rietvink'`))[0];
    expect(copy).toMatchObject({
      id,
      kvk: '00003101',
      oin: '00000003000031010000',
      email: 'info@rietvink-3.example',
      intake_email: 'aanmelding@rietvink-3.example',
    });
    expect(
      (copy?.['municipality_codes'] as string[]).every((code) => Number(code) >= 2006 && Number(code) < 2012),
    ).toBe(true);
    expect(await values(`select count(*) from team_participation where organisation_id = '${String(id)}'`)).toEqual([
      2,
    ]);
  });
});
