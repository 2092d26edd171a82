import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DataSource } from '../../../platform/database/database.js';
import { withCaller } from '../../../platform/database/with-caller.js';
import type { Caller } from '../../../platform/identity/caller.js';
import type { Subgraph } from '../../../platform/subgraph/subgraph-endpoint.js';
import { askSubgraph } from '../../../test/builders/ask-subgraph.js';
import { callerAs } from '../../../test/builders/callers.js';
import { cloneDatabase, type TestDatabase } from '../../../test/database.js';
import { openPeople } from '../server.js';
import { openPeopleDatabase, plant } from '../testing/people-database.js';
import { expertiseRow, idOf, membershipRow, organisationRow, professionalRow, teamRow } from '../testing/rows.js';

const broker = callerAs('care-broker');
const owner = callerAs('case-owner', idOf(1));
let database: TestDatabase;
let asOwner: DataSource;
let db: DataSource;
let people: Subgraph;
const statements: string[] = [];

const level = (professional: number, code: 'AUTISM' | 'TRAUMA', depth: 'BASIC' | 'SPECIALIST') => ({
  ...expertiseRow(professional, code),
  level: depth,
});

/** Bram does not want to be found, Cor left, Emre is on leave, Fleur works elsewhere; Gita speaks Tigrinya and has no expertise. */
beforeAll(async () => {
  database = await cloneDatabase('empty');
  asOwner = await openPeopleDatabase(database.url('owner'));
  db = await openPeopleDatabase(database.url('people'), (sql) => statements.push(sql));
  people = await openPeople(db);
  await plant(asOwner, {
    organisations: [organisationRow(1), organisationRow(2)],
    professionals: [
      professionalRow(11, 1, { name: 'Anna', languages: ['nl', 'ar'] }),
      professionalRow(12, 1, { name: 'Bram', isVisible: false }),
      professionalRow(13, 1, { name: 'Cor', leftOn: '2020-01-01' }),
      professionalRow(21, 2, { name: 'Dilek', confirmedAt: new Date() }),
      professionalRow(22, 2, { name: 'Emre', isActive: false }),
      professionalRow(23, 2, { name: 'Fleur', municipalityCodes: ['0034'] }),
      professionalRow(24, 2, { name: 'Gita', languages: ['nl', 'ti'] }),
    ],
    expertise: [
      level(11, 'AUTISM', 'BASIC'),
      level(12, 'AUTISM', 'SPECIALIST'),
      level(13, 'AUTISM', 'SPECIALIST'),
      level(21, 'AUTISM', 'SPECIALIST'),
      level(21, 'TRAUMA', 'BASIC'),
      level(22, 'AUTISM', 'SPECIALIST'),
      level(23, 'AUTISM', 'SPECIALIST'),
    ],
    teams: [
      teamRow(51, null, { name: 'Expertteam', kind: 'EXPERT_TEAM' }),
      teamRow(52, null, { name: 'Projectgroep', kind: 'PROJECT_GROUP' }),
      teamRow(53, null, { name: 'Oud RET', kind: 'RET', validToOn: '2023-12-31' }),
      teamRow(54, 1, { name: 'FACT', kind: 'FACT' }),
      teamRow(55, null, { name: 'RET', kind: 'RET_2_0' }),
      teamRow(56, null, { name: 'Elders', kind: 'EXPERT_TEAM', municipalityCodes: ['0034'] }),
      teamRow(57, null, { name: 'Vertrokken', kind: 'FACT' }),
    ],
    memberships: [
      ...[51, 52, 53, 56].map((team) => membershipRow(team, 21)),
      ...[membershipRow(51, 11), membershipRow(54, 12), membershipRow(55, 24), membershipRow(57, 13)],
      membershipRow(57, 21, { toOn: '2020-12-31' }),
    ],
  });
});
afterAll(async () => {
  await db.destroy();
  await asOwner.destroy();
  await database.drop();
});

const need = {
  ...{ __typename: 'Need', rungs: ['FOSTER'], municipalityCode: '0995', characteristics: ['AUTISM', 'TRAUMA'] },
  ...{ languages: ['nl', 'ti'], legalFrameworks: [] as string[] },
};

interface Match {
  readonly rank: number;
  readonly reasons: { code: string; text: string }[];
}
interface Experts {
  readonly expertise: string[];
  readonly nodes: (Match & { professional: { name: string; freshness: string } | null })[];
  readonly teams: (Match & { team: { name: string } | null })[];
}

const document = `query ($keys: [_Any!]!, $first: Int!) { _entities(representations: $keys) { ... on Case { experts(first: $first) {
  expertise nodes { rank reasons { code text } professional { name freshness organisation { id } } } teams { rank reasons { code text } team { name } } } } } }`;

async function find(needs: readonly (object | null)[], caller: Caller = broker, first = 10) {
  const keys = needs.map((one, index) => ({ __typename: 'Case', id: idOf(901 + index), need: one }));
  const { data, errors } = await askSubgraph(people, caller, document, { keys, first });
  const answers = (data?.['_entities'] ?? []) as ({ experts: Experts | null } | null)[];
  return { experts: answers.map((one) => one?.experts ?? null), codes: errors.map(({ code }) => code) };
}
const names = (found: Experts | null | undefined): (string | undefined)[] =>
  (found?.nodes ?? []).map(({ professional }) => professional?.name);
const teams = (found: Experts | null | undefined): (string | undefined)[] =>
  (found?.teams ?? []).map(({ team }) => team?.name);
const codes = ({ reasons }: Match): string[] => reasons.map(({ code }) => code);

describe('the experts for a case', () => {
  it('stand in the order of what they know of it and how far, then of the language of the family, with the reasons', async () => {
    const { experts } = await find([need]);
    expect(experts[0]?.expertise).toEqual(['AUTISM', 'TRAUMA', 'FOSTER_CARE']);
    expect(names(experts[0])).toEqual(['Dilek', 'Emre', 'Anna', 'Gita']);
    expect(experts[0]?.nodes.map(codes)).toEqual([
      ['SPECIALIST'],
      ['SPECIALIST', 'NOT_CONFIRMED'],
      ['EXPERTISE', 'NOT_CONFIRMED'],
      ['LANGUAGE', 'NOT_CONFIRMED'],
    ]);
    expect(experts[0]?.nodes.map(({ professional }) => professional?.freshness)).toEqual([
      ...['FRESH', 'UNKNOWN', 'UNKNOWN', 'UNKNOWN'],
    ]);
    expect(experts[0]?.nodes[0]?.reasons[0]?.text).toMatch(/\.$/);
  });

  it('are with them the teams that go there or advise, by who is in them today', async () => {
    const { experts } = await find([need]);
    expect(teams(experts[0])).toEqual(['Expertteam', 'RET']);
    expect(experts[0]?.teams.map(codes)).toEqual([['EXPERTISE'], ['LANGUAGE']]);
  });

  it('are to the own organisation also those who do not want to be found, and to nobody else: not through a team either', async () => {
    const { experts } = await find([need], owner);
    expect(names(experts[0])).toEqual(['Dilek', 'Bram', 'Emre', 'Anna', 'Gita']);
    expect(teams(experts[0])).toEqual(['Expertteam', 'FACT', 'RET']);
  });

  it.each<[string, object, string[], string[]]>([
    ['those who work where the child lives', { municipalityCode: '0034' }, ['Fleur'], ['Elders']],
    ['nobody for a family that speaks Dutch and a need that says nothing', { ...nothingSaid() }, [], []],
    [
      'who speaks the language, also where no expertise is asked',
      { ...nothingSaid(), languages: ['ti'] },
      ['Gita'],
      ['RET'],
    ],
  ])('are %s', async (_who, told, expected, inTeams) => {
    const { experts } = await find([{ ...need, ...told }]);
    expect([names(experts[0]), teams(experts[0])]).toEqual([expected, inTeams]);
  });

  it('are as many of each as were asked', async () => {
    const { experts } = await find([need, { ...need, municipalityCode: '0034' }], broker, 1);
    expect(experts.map(names)).toEqual([['Dilek'], ['Fleur']]);
    expect(experts.map(teams)).toEqual([['Expertteam'], ['Elders']]);
  });

  it('are found for every case of a request in one statement', async () => {
    const count = async (needs: readonly object[]): Promise<[all: number, seeking: number]> => {
      statements.length = 0;
      await find(needs);
      return [statements.length, statements.filter((sql) => sql.includes('seek_experts')).length];
    };
    const many = Array.from({ length: 20 }, (_, n) => ({ ...need, languages: n % 2 === 0 ? ['ar'] : ['ti'] }));
    await find([need]);
    expect(await count(many)).toEqual(await count([need]));
    expect((await count(many))[1]).toBe(1);
  });

  it('are refused where the question cannot be', async () => {
    expect((await find([need], broker, 0)).codes).toEqual(['BAD_USER_INPUT']);
    expect((await find([need], broker, 21)).codes).toEqual(['BAD_USER_INPUT']);
    const many = await find(Array.from({ length: 51 }, () => need));
    expect(new Set(many.codes)).toEqual(new Set(['QUERY_TOO_LARGE']));
  });

  it.each<[string, Caller]>([
    ['a provider', callerAs('provider-planner', idOf(1))],
    ['a system of a provider', callerAs('provider-system', idOf(1))],
    ['a member of a round table', callerAs('ret-member')],
    ['an analyst', callerAs('analyst')],
  ])('are shown to nobody as %s', async (_who, caller) => {
    const { experts, codes: refusals } = await find([need], caller);
    expect([experts, refusals]).toEqual([[null], ['FORBIDDEN']]);
  });
});

describe('the database itself, asked past every statement', () => {
  it.each<[string, Caller, number[], number[]]>([
    ['a broker who wants to be found, and the teams', broker, [11, 21, 22, 24], [51, 55]],
    ['a planner the own people, and no team', callerAs('provider-planner', idOf(1)), [11, 12], []],
    ['an analyst nobody', callerAs('analyst'), [], []],
    ['nobody to somebody without a role', { ...broker, roles: [] }, [], []],
  ])('gives %s', async (_who, caller, professionals, inTeams) => {
    const asked = JSON.stringify([{ municipality: '0995', expertise: ['AUTISM'], languages: ['ti'], most: 20 }]);
    const rows = await withCaller(db, caller, (tx) =>
      tx.query<{ professional: string | null; team: string | null }[]>(
        `select professional_id as professional, team_id as team from seek_experts($1, '{EXPERT_TEAM,RET_2_0,FACT}', 90)`,
        [asked],
      ),
    );
    const numbers = (ids: readonly (string | null)[]): number[] =>
      ids.flatMap((id) => (id === null ? [] : [Number(id.slice(-2))])).sort();
    expect(numbers(rows.map(({ professional }) => professional))).toEqual(professionals);
    expect(numbers(rows.map(({ team }) => team))).toEqual(inTeams);
  });
});

describe('what is written down of a search for experts', () => {
  const counts = async (): Promise<Record<string, number>> => {
    const tables = await asOwner.query<{ name: string }[]>(
      `select tablename as name from pg_tables where schemaname = 'people' and tablename not like 'audit%' order by 1`,
    );
    const rows = await Promise.all(
      tables.map(async ({ name }) => {
        const [row] = await asOwner.query<{ count: number }[]>(`select count(*)::integer as count from ${name}`);
        return [name, row?.count ?? 0] as const;
      }),
    );
    return Object.fromEntries(rows);
  };
  const looks = (): Promise<{ type: string; ids: string[]; row: string }[]> =>
    asOwner.query(
      `select object_type as type, object_ids as ids, to_jsonb(a)::text as row from audit_event a order by 1`,
    );

  it('is who looked at which case and which professionals, and nothing of the need', async () => {
    await asOwner.query('truncate audit_event, audit_seal, audit_pending');
    const before = await counts();
    await find([{ ...need, characteristics: ['PSYCHOSIS', 'AUTISM'] }]);
    expect(await counts()).toEqual(before);
    const written = await looks();
    expect(written.map(({ type, ids }) => [type, [...ids].sort()])).toEqual([
      ['Case', [idOf(901)]],
      ['Professional', [11, 21, 22, 24].map(idOf)],
    ]);
    expect(JSON.stringify(written)).not.toMatch(/0995|PSYCHOSIS|PSYCHIATRY|AUTISM|FOSTER/);
  });

  it('is that nobody was found', async () => {
    await asOwner.query('truncate audit_event, audit_seal, audit_pending');
    await find([{ ...need, municipalityCode: '1900' }]);
    expect((await looks()).map(({ type }) => type)).toEqual(['Case', 'Search']);
  });

  it('is nothing of a case that cases does not show, for which nobody is sought', async () => {
    await asOwner.query('truncate audit_event, audit_seal, audit_pending');
    statements.length = 0;
    expect(await find([null])).toEqual({ experts: [null], codes: [] });
    expect(statements.some((sql) => sql.includes('seek_experts'))).toBe(false);
    expect(await looks()).toEqual([]);
  });
});

function nothingSaid(): object {
  return { rungs: [], characteristics: [], languages: ['nl'] };
}
