import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Caller } from '../../platform/identity/caller.js';
import { writeCursor } from '../../platform/paging/pages.js';
import type { Subgraph } from '../../platform/subgraph/subgraph-endpoint.js';
import { askSubgraph } from '../../test/builders/ask-subgraph.js';
import { callerAs } from '../../test/builders/callers.js';
import { caseRow, consultationRow, idOf } from '../../test/builders/rows/case.js';
import { openCasesDatabase, type CasesDatabase } from '../../test/builders/databases/cases-database.js';
import { toCasesConfig } from './config.js';
import { openCases } from './server.js';

type Expected = 'NOTHING' | 'NOT_FOUND' | 'CURSOR_INVALID' | 'BAD_USER_INPUT' | 'UNKNOWN_MUNICIPALITY';

const broker = callerAs('care-broker');
const both: Caller = { ...broker, roles: ['case-owner', 'care-broker'] };
const at = '2026-01-01T00:01:00.000Z';
const long = 'a'.repeat(100_000);
/** What no text of ours is. PostgreSQL refuses a NUL in any text, and in a uuid everything but a uuid. */
const odd = ['', ' ', '\0', `${idOf(1)}\0`, '\ud800', "' or true --", '{}', `{${idOf(1)}`, long];

const ofCase = 'query ($text: ID!) { case(id: $text) { id } }';
const filtered = (list: string, field: string, type: string): string =>
  `query ($text: ${type}) { ${list}(filter: { ${field}: $text }) { edges { node { id } } } }`;
const behind = (list: string): string => `query ($text: String) { ${list}(after: $text) { edges { cursor } } }`;
const ofRegion = 'query ($text: String!) { yearTable(region: $text, year: 2026) { municipalities { code } } }';

const badCursors = [
  ...odd,
  ...['null', '{}', '[]', '[1,2]', '[null,null]'].map((json) => Buffer.from(json).toString('base64url')),
  ...odd.map((text) => writeCursor([text, idOf(1)])),
  ...odd.map((text) => writeCursor([at, text])),
  ...[
    '2023-02-30T00:00:00.000Z',
    '2026-01-01T24:00:00.000Z',
    '2016-12-31T23:59:60.000Z',
    '0000-01-01T00:00:00.000Z',
    '9999-12-31T23:59:59.999Z',
    '+275760-09-13T00:00:00.000Z',
    '-000001-01-01T00:00:00.000Z',
    '2026-01-01T00:01:00.000+01:00',
    'infinity',
    'now',
  ].map((text) => writeCursor([text, idOf(1)])),
];

const texts: readonly [string, string, readonly string[], Expected][] = [
  ['the id of a case', ofCase, [...odd, 'FL-26-0001', `urn:uuid:${idOf(1)}`], 'NOT_FOUND'],
  ['the number of a case', filtered('cases', 'number', 'String'), [...odd, `FL-26-${'9'.repeat(5_000)}`], 'NOTHING'],
  ['the owner of a case', filtered('cases', 'ownerOrganisationId', 'ID'), odd, 'NOTHING'],
  ...['cases', 'consultations'].flatMap((list): [string, string, readonly string[], Expected][] => {
    const ofMunicipality = filtered(list, 'municipalityCode', 'MunicipalityCode');
    return [
      [`a cursor of ${list}`, behind(list), badCursors, 'CURSOR_INVALID'],
      [`a municipality of ${list}`, ofMunicipality, [...odd, '0995\0', '0995\n', '995', '٠٩٩٥'], 'BAD_USER_INPUT'],
      [`an unknown municipality of ${list}`, ofMunicipality, ['0000', '1999'], 'UNKNOWN_MUNICIPALITY'],
      [`a municipality without ${list}`, ofMunicipality, ['9999'], 'NOTHING'],
    ];
  }),
  ['a region', ofRegion, [...odd, 'FLEVOLAND', 'flevoland\0', 'region-0', 'region-99999', 'region-1e1'], 'NOT_FOUND'],
];

let database: CasesDatabase;
let cases: Subgraph;

beforeAll(async () => {
  database = await openCasesDatabase();
  cases = await openCases(database.db, toCasesConfig({}));
  const row = caseRow(1, { ownerOrganisationId: idOf(901) });
  await database.write({ cases: [row], consultations: [consultationRow(1, { referrerOrganisationId: idOf(901) })] });
});

afterAll(() => database.close());

const emptyList = { edges: [] };

async function outcome(source: string, variables: Record<string, unknown>): Promise<unknown> {
  const { data, errors } = await askSubgraph(cases, broker, source, variables);
  const [first] = errors;
  if (first) return first.code;
  return Object.values(data ?? {}).every((list) => JSON.stringify(list) === JSON.stringify(emptyList))
    ? 'NOTHING'
    : data;
}

describe('a text that cannot be', () => {
  it.each(texts)('as %s has an answer of ours', async (_, source, values, expected) => {
    for (const text of values) {
      expect([text.slice(0, 80), await outcome(source, { text })]).toEqual([text.slice(0, 80), expected]);
    }
  });
});

describe('a number at its ends', () => {
  it.each([-2_147_483_648, -1, 0, 32_768, 2_147_483_647])('is a year without anything: %i', async (year) => {
    const source = `query ($year: Int!) { consultations(filter: { reportingYear: $year }) { edges { cursor } } }`;
    expect(await outcome(source, { year })).toBe('NOTHING');
    const table = `query ($year: Int!) { yearTable(region: "flevoland", year: $year) { municipalities { code } } }`;
    expect(await outcome(table, { year })).toEqual({ yearTable: { municipalities: [] } });
  });

  it.each([-2_147_483_648, 0, 2_147_483_647])('is no size of a page: %i', async (first) => {
    for (const list of ['cases', 'consultations']) {
      const source = `query ($first: Int!) { ${list}(first: $first) { edges { cursor } } }`;
      expect(await outcome(source, { first })).toBe('PAGE_TOO_LARGE');
    }
  });
});

describe('an empty list', () => {
  it.each([
    ['cases', ['statuses', 'ageBands', 'rungs']],
    ['consultations', ['referrerKinds', 'interventions', 'results', 'statuses']],
  ])('in a filter of %s fits nothing', async (list, fields) => {
    for (const field of fields) {
      expect(await outcome(`{ ${list}(filter: { ${field}: [] }) { edges { cursor } } }`, {})).toBe('NOTHING');
    }
  });
});

describe('a key from another subgraph that is none', () => {
  it.each(['Case', 'Consultation'])('stands for nothing: %s', async (__typename) => {
    const source = 'query ($keys: [_Any!]!) { _entities(representations: $keys) { __typename } }';
    const ids = [...odd, null, 1, true, [], {}, [idOf(1)], undefined];
    const { data, errors } = await askSubgraph(cases, broker, source, { keys: ids.map((id) => ({ __typename, id })) });
    expect(errors).toEqual([]);
    expect(data).toEqual({ _entities: ids.map(() => null) });
  });
});

describe('a token that says what cannot be', () => {
  const everything = `{
    case(id: "${idOf(1)}") { id } cases { edges { cursor } } consultations { edges { cursor } }
    yearTable(region: "flevoland", year: 2026) { municipalities { code } } }`;
  const callers = odd.flatMap((text): Caller[] => [
    { ...both, region: text, organisationId: null },
    { ...both, region: null, organisationId: text },
    { ...both, region: text, organisationId: text },
  ]);

  it('sees nothing, and is told so', async () => {
    for (const caller of callers) {
      const { data, errors } = await askSubgraph(cases, caller, everything);
      expect(data).toEqual({ case: null, cases: emptyList, consultations: emptyList, yearTable: null });
      expect(errors.map(({ code }) => code)).toEqual(['NOT_FOUND', 'NOT_FOUND']);
    }
  });
});
