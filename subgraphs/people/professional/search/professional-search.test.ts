import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DataSource } from '../../../../platform/database/database.js';
import { withCaller } from '../../../../platform/database/with-caller.js';
import type { Caller } from '../../../../platform/identity/caller.js';
import type { Subgraph } from '../../../../platform/subgraph/subgraph-endpoint.js';
import { askSubgraph } from '../../../../test/builders/ask-subgraph.js';
import { callerAs } from '../../../../test/builders/callers.js';
import { cloneDatabase, type TestDatabase } from '../../../../test/database.js';
import { openPeople } from '../../server.js';
import { openPeopleDatabase, plant } from '../../testing/people-database.js';
import { expertiseRow, idOf, membershipRow, organisationRow, professionalRow, teamRow } from '../../testing/rows.js';

const broker = callerAs('care-broker');
let database: TestDatabase;
let owner: DataSource;
let db: DataSource;
let people: Subgraph;
const statements: string[] = [];

const level = (professional: number, code: 'AUTISM' | 'TRAUMA', depth: 'BASIC' | 'SPECIALIST') => ({
  ...expertiseRow(professional, code),
  level: depth,
});

/** Anna and Bram of organisation 1 (Bram does not want to be found), Cor left, Dilek and Emre of 2; Fleur works elsewhere. */
beforeAll(async () => {
  database = await cloneDatabase('empty');
  owner = await openPeopleDatabase(database.url('owner'));
  db = await openPeopleDatabase(database.url('people'), (sql) => statements.push(sql));
  people = await openPeople(db);
  await plant(owner, {
    organisations: [organisationRow(1), organisationRow(2)],
    professionals: [
      professionalRow(11, 1, { name: 'Anna', jobTitle: 'systeemtherapeut', languages: ['nl', 'ar'] }),
      professionalRow(12, 1, { name: 'Bram', jobTitle: 'systeemtherapeut', isVisible: false }),
      professionalRow(13, 1, { name: 'Cor', jobTitle: 'systeemtherapeut', leftOn: '2020-01-01' }),
      professionalRow(21, 2, { name: 'Dilek', jobTitle: 'gezinsbegeleider', confirmedAt: new Date() }),
      professionalRow(22, 2, { name: 'Emre', jobTitle: 'orthopedagogen', isActive: false }),
      professionalRow(23, 2, { name: 'Fleur', jobTitle: 'systeemtherapeut', municipalityCodes: ['0034'] }),
    ],
    expertise: [
      level(11, 'AUTISM', 'BASIC'),
      level(21, 'AUTISM', 'SPECIALIST'),
      level(21, 'TRAUMA', 'BASIC'),
      level(22, 'AUTISM', 'SPECIALIST'),
    ],
    teams: [teamRow(51, null, { kind: 'AMBULATORY_DUO' })],
    memberships: [membershipRow(51, 11), membershipRow(51, 21)],
  });
  for (const n of [11, 21, 22])
    await owner.query(
      `insert into availability_window (professional_id, time_window, hours_per_week, from_on) values ($1, 'EVENING', 8, '2020-01-01'), ($1, 'WEEKEND', 4, '2020-01-01')`,
      [idOf(n)],
    );
  await owner.query(
    `insert into deployment (id, team_id, purpose, region, from_on, to_on, placed_by) values ($1, $2, 'SHORTEN_STAY', 'flevoland', today(), today() + 20, 'x')`,
    [idOf(61), idOf(51)],
  );
  await owner.query(
    `insert into deployment_hours (deployment_id, professional_id, time_window, hours_per_week, from_on, to_on)
     select $1, unnest($2::uuid[]), 'EVENING', 6, today(), today() + 20`,
    [idOf(61), [idOf(11), idOf(21)]],
  );
});
afterAll(async () => {
  await db.destroy();
  await owner.destroy();
  await database.drop();
});

interface Match {
  rank: number;
  freeHoursPerWeek: number | null;
  reasons: { code: string; text: string }[];
  professional: { name: string } | null;
}

async function search(sought: object, caller: Caller = broker, first = 10) {
  const source = `query ($search: ProfessionalSearchInput!, $first: Int!) { searchProfessionals(search: $search, first: $first) {
    rank freeHoursPerWeek reasons { code text } professional { name organisation { id } expertise { code } } } }`;
  const variables = { search: { municipalityCode: '0995', ...sought }, first };
  const { data, errors } = await askSubgraph(people, caller, source, variables);
  return { found: (data?.['searchProfessionals'] ?? []) as Match[], codes: errors.map(({ code }) => code) };
}
const names = async (sought: object, caller: Caller = broker, first = 10): Promise<(string | undefined)[]> =>
  (await search(sought, caller, first)).found.map(({ professional }) => professional?.name);
const reasonsOfFirst = async (sought: object): Promise<string[]> =>
  (await search(sought)).found[0]?.reasons.map(({ code }) => code) ?? [];

const sought = (code: string, minimumLevel?: string) => ({
  expertise: [{ code, ...(minimumLevel && { minimumLevel }) }],
});

describe('a search for professionals', () => {
  it.each<[string, object, string[]]>([
    ['who works there, lately confirmed first', {}, ['Dilek', 'Anna', 'Emre']],
    ['by function', { text: 'systeemtherapeut' }, ['Anna']],
    ['by function in plural', { text: 'gezinsbegeleiders' }, ['Dilek']],
    ['by function in singular', { text: 'Orthopedagoog' }, ['Emre']],
    ['by function with a typing error', { text: 'systeemterapeut' }, ['Anna']],
    ['by function with letters turned round', { text: 'gezinsbegeliedre' }, ['Dilek']],
    ['by name', { text: 'dilek' }, ['Dilek']],
    ['by the Dutch word of an expertise', { text: 'autisme' }, ['Dilek', 'Anna', 'Emre']],
    ['by that word with a typing error', { text: 'autismme' }, ['Dilek', 'Anna', 'Emre']],
    ['by a word that nobody has', { text: 'loodgieter' }, []],
    ['by what is no word', { text: "' & | ! ( :* \u0000" }, []],
    ['by expertise, who knows most first', sought('AUTISM'), ['Dilek', 'Emre', 'Anna']],
    ['by expertise and how far it goes', sought('AUTISM', 'SPECIALIST'), ['Dilek', 'Emre']],
    ['by two expertises', { expertise: [{ code: 'AUTISM' }, { code: 'TRAUMA' }] }, ['Dilek']],
    ['by language', { language: 'ar' }, ['Anna']],
    ['elsewhere', { municipalityCode: '0034' }, ['Fleur']],
    ['with hours in all parts of the week', { hoursPerWeek: 6 }, ['Dilek', 'Anna']],
    ['with more hours than are left', { hoursPerWeek: 6.5 }, []],
    ['with hours in the evening', { hoursPerWeek: 2, timeWindows: ['EVENING'] }, ['Dilek', 'Anna']],
    ['with more hours in the evening than are left', { hoursPerWeek: 4, timeWindows: ['EVENING'] }, []],
    [
      'with hours in the evening after the deployment',
      { hoursPerWeek: 8, timeWindows: ['EVENING'], fromOn: '2099-01-01' },
      ['Dilek', 'Anna'],
    ],
    ['with hours in a part of the week that nobody has', { hoursPerWeek: 1, timeWindows: ['NIGHT'] }, []],
  ])('finds %s', async (_what, asked, expected) => {
    expect(await names(asked)).toEqual(expected);
  });

  it('says why somebody stands there, and how many hours are free', async () => {
    expect(await reasonsOfFirst({ text: 'systeemtherapeut' })).toEqual(['TEXT_FOUND', 'NOT_CONFIRMED']);
    expect(await reasonsOfFirst({ text: 'systeemterapeut', language: 'ar' })).toEqual([
      'TEXT_SIMILAR',
      'LANGUAGE',
      'NOT_CONFIRMED',
    ]);
    expect(await reasonsOfFirst(sought('AUTISM'))).toEqual(['SPECIALIST']);
    expect(await reasonsOfFirst(sought('TRAUMA'))).toEqual(['EXPERTISE']);
    const { found } = await search({ hoursPerWeek: 1 });
    expect(found).toMatchObject([
      {
        rank: 1,
        freeHoursPerWeek: 6,
        reasons: [{ code: 'HOURS_FREE', text: 'Heeft in deze periode genoeg uren vrij.' }],
      },
      { rank: 2, freeHoursPerWeek: 6 },
    ]);
  });

  it('passes over who is away in the period', async () => {
    await owner.query('insert into absence values ($1, today() + 3, today() + 4)', [idOf(21)]);
    expect(await names({ hoursPerWeek: 1 })).toEqual(['Anna']);
    expect(await names({ hoursPerWeek: 1, fromOn: '2099-01-01' })).toEqual(['Dilek', 'Anna']);
    await owner.query('delete from absence');
  });

  it('goes on until enough are found', async () => {
    expect(await names({}, broker, 1)).toEqual(['Dilek']);
  });

  it.each<[string, Caller, string[]]>([
    ['a planner: the own organisation', callerAs('provider-planner', idOf(1)), ['Anna', 'Bram']],
    ["a provider's system: the own organisation", callerAs('provider-system', idOf(2)), ['Dilek', 'Emre']],
    ['a case owner: who is visible, and the own', callerAs('case-owner', idOf(1)), ['Dilek', 'Anna', 'Bram', 'Emre']],
    ['a planner of no organisation: nobody', callerAs('provider-planner'), []],
    ['an analyst: nobody', callerAs('analyst'), []],
  ])('shows %s', async (_who, caller, expected) => {
    expect(await names({}, caller)).toEqual(expected);
  });

  it('gives nobody away in the database itself, whoever asks the function', async () => {
    const asked = JSON.stringify({
      municipalityCode: '0995',
      expertise: [],
      timeWindows: [],
      weeks: 1,
      first: 50,
      agingDays: 1,
    });
    const seen = async (caller: Caller): Promise<number[]> => {
      const rows = await withCaller(db, caller, (tx) =>
        tx.query<{ id: string }[]>('select found_id as id from seek_professionals($1::jsonb)', [asked]),
      );
      return rows.map(({ id }) => Number(id.slice(-2))).sort();
    };
    expect(await seen(broker)).toEqual([11, 21, 22]);
    expect(await seen(callerAs('provider-planner', idOf(1)))).toEqual([11, 12]);
    expect(await seen(callerAs('analyst'))).toEqual([]);
    expect(await seen({ ...broker, roles: [] })).toEqual([]);
  });

  it.each<[string, object, number, string]>([
    ['an analyst', {}, 10, 'FORBIDDEN'],
    ['a municipality that is none', { municipalityCode: '0001' }, 10, 'UNKNOWN_MUNICIPALITY'],
    ['hours that are no halves', { hoursPerWeek: 0.3 }, 10, 'BAD_USER_INPUT'],
    ['no weeks', { weeks: 0 }, 10, 'BAD_USER_INPUT'],
    ['more than fifty', {}, 51, 'BAD_USER_INPUT'],
    ['an endless text', { text: 'x'.repeat(101) }, 10, 'BAD_USER_INPUT'],
    ['one expertise twice', { expertise: [{ code: 'DEBT' }, { code: 'DEBT' }] }, 10, 'BAD_USER_INPUT'],
  ])('is refused to, or for, %s', async (what, asked, first, code) => {
    const caller = what === 'an analyst' ? callerAs('analyst') : broker;
    expect((await search(asked, caller, first)).codes).toEqual([code]);
  });

  it('is written down, also when it found nobody', async () => {
    await owner.query('truncate audit_event, audit_seal, audit_pending');
    await search({ language: 'ar' });
    await search({ language: 'pl' });
    const events: unknown[] = await owner.query(
      'select event_code as code, object_ids as ids from audit_event order by event_code',
    );
    expect(events).toEqual(
      expect.arrayContaining([
        { code: 'PROFESSIONAL_READ', ids: [idOf(11)] },
        { code: 'SEARCH_EXECUTED', ids: [] },
      ]),
    );
  });

  it('costs the same statements for three as for one', async () => {
    const counts: number[] = [];
    for (const first of [1, 3]) {
      statements.length = 0;
      expect((await search({}, broker, first)).found).toHaveLength(first);
      counts.push(statements.length);
    }
    expect(new Set(counts).size).toBe(1);
  });
});
