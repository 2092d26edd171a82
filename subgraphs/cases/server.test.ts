import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { roles, type Caller, type Role } from '../../platform/identity/caller.js';
import { errorTexts } from '../../platform/errors/errors.js';
import type { Subgraph } from '../../platform/subgraph/subgraph-endpoint.js';
import { askSubgraph } from '../../test/builders/ask-subgraph.js';
import { caseRow, consultationRow, idOf, needRow, placeRow } from '../../test/builders/rows/case.js';
import { callerAs } from '../../test/builders/callers.js';
import { openCasesDatabase, type CasesDatabase } from '../../test/builders/databases/cases-database.js';
import { toCasesConfig } from './config.js';
import { openCases } from './server.js';

const broker = callerAs('care-broker');
const owner = callerAs('case-owner', idOf(901));
const analyst = callerAs('analyst');
const caseWorkers: readonly Role[] = ['care-broker', 'case-owner'];
const many = Array.from({ length: 120 }, (_, index) => index + 1);
let database: CasesDatabase;
let cases: Subgraph;

beforeAll(async () => {
  database = await openCasesDatabase();
  cases = await openCases(database.db, toCasesConfig({}));
  await database.write({
    cases: [
      ...many.map((n) => caseRow(n, n % 2 === 0 ? { ownerOrganisationId: idOf(901), ownReference: `LT-${n}` } : {})),
      caseRow(500, { number: 'R2-26-0500', region: 'region-2' }),
      caseRow(600, { ownerOrganisationId: idOf(901), isRestricted: true, municipalityCode: '0050' }),
    ],
    needs: [...many.map((n) => needRow(n)), needRow(600, { maxDistanceKm: 25 })],
    places: [
      ...many.map((n) => placeRow(n)),
      placeRow(600, { postcode4: '3891', nearPostcode4: '3892', schoolPostcode4: '3893' }),
    ],
    consultations: [...many.map((n) => consultationRow(n)), consultationRow(500, { region: 'region-2' })],
  });
});

beforeEach(() => {
  database.statements.length = 0;
});

afterAll(() => database.close());

const ask = (caller: Caller, source: string, variables?: Record<string, unknown>) =>
  askSubgraph(cases, caller, source, variables);

const oneCase = `query ($id: ID!) { case(id: $id) {
  id number ageBand municipality { code name } responsibleMunicipality { name } postcode4 ownerOrganisation { id } isRestricted
  need { rungs heaviestRung birthYear municipalityCode responsibleMunicipalityCode startByOn hoursPerWeek timeWindows childrenTogether
    nearPostcode4 characteristics legalFrameworks isCrisis } } }`;

describe('a case', () => {
  it('comes with its need, for one statement and its audit', async () => {
    const { data, errors } = await ask(broker, oneCase, { id: idOf(2) });
    expect(errors).toEqual([]);
    expect(data?.['case']).toMatchObject({
      number: 'FL-26-0002',
      municipality: { code: '0995', name: 'Lelystad' },
      ownerOrganisation: { id: idOf(901) },
      need: {
        rungs: ['AMBULATORY'],
        birthYear: 2014,
        municipalityCode: '0995',
        responsibleMunicipalityCode: '0995',
        legalFrameworks: ['VOLUNTARY'],
      },
    });
    expect(database.statements).toHaveLength(2);
    expect(database.statements[1]).toContain('insert into audit_event');
  });

  it.each([
    ['of another region', idOf(500)],
    ['that does not exist', idOf(999)],
    ['with an id that is none', 'FL-26-0002'],
  ])('%s is not found, in the same words', async (_, id) => {
    const { data, errors } = await ask(broker, oneCase, { id });
    expect(data).toEqual({ case: null });
    expect(errors).toEqual([{ code: 'NOT_FOUND', path: 'case', message: errorTexts.NOT_FOUND.nl }]);
  });

  it('of another organisation is not found for a case owner', async () => {
    expect((await ask(owner, oneCase, { id: idOf(1) })).errors).toMatchObject([{ code: 'NOT_FOUND' }]);
  });
});

describe('the reference of the owner', () => {
  const reference = `query ($id: ID!) { case(id: $id) { number ownReference } }`;

  it('is shown to the owner', async () => {
    expect(await ask(owner, reference, { id: idOf(2) })).toEqual({
      data: { case: { number: 'FL-26-0002', ownReference: 'LT-2' } },
      errors: [],
    });
  });

  it('is refused to a broker, who keeps the rest of the case', async () => {
    const { data, errors } = await ask(broker, reference, { id: idOf(2) });
    expect(data).toEqual({ case: { number: 'FL-26-0002', ownReference: null } });
    expect(errors).toMatchObject([{ code: 'FORBIDDEN', path: 'case.ownReference' }]);
  });

  it('is null for a broker who brings cases for another organisation', async () => {
    const both: Caller = { ...callerAs('case-owner', idOf(902)), roles: ['case-owner', 'care-broker'] };
    expect((await ask(both, reference, { id: idOf(2) })).data).toEqual({
      case: { number: 'FL-26-0002', ownReference: null },
    });
  });
});

describe('a restricted case', () => {
  const places = `{ isRestricted postcode4 municipality { code } need { nearPostcode4 schoolPostcode4 maxDistanceKm } }`;
  const ways: readonly [string, string, (data: Record<string, unknown>) => unknown][] = [
    ['by id', `query ($id: ID!) { case(id: $id) ${places} }`, (data) => data['case']],
    [
      'in a list',
      `{ cases(filter: { municipalityCode: "0050" }) { edges { node ${places} } } }`,
      (data) => (data['cases'] as { edges: { node: unknown }[] }).edges[0]?.node,
    ],
    [
      'for another subgraph',
      `query ($id: ID!) { _entities(representations: [{ __typename: "Case", id: $id }]) { ... on Case ${places} } }`,
      (data) => (data['_entities'] as unknown[])[0],
    ],
  ];
  const known = { postcode4: '3891', need: { nearPostcode4: '3892', schoolPostcode4: '3893', maxDistanceKm: 25 } };
  const unknown = { postcode4: null, need: { nearPostcode4: null, schoolPostcode4: null, maxDistanceKm: 25 } };

  it.each(ways)('tells the owner where the child is, %s', async (_, source, read) => {
    const { data, errors } = await ask(owner, source, { id: idOf(600) });
    expect(errors).toEqual([]);
    expect(read(data ?? {})).toEqual({ ...known, isRestricted: true, municipality: { code: '0050' } });
  });

  it.each(ways)('tells a broker no postcode, without an error, %s', async (_, source, read) => {
    const { data, errors } = await ask(broker, source, { id: idOf(600) });
    expect(errors).toEqual([]);
    expect(read(data ?? {})).toEqual({ ...unknown, isRestricted: true, municipality: { code: '0050' } });
  });
});

describe('lists', () => {
  const lists = `query ($first: Int, $after: String) {
    cases(first: $first, after: $after, filter: { statuses: [OPEN] }) { edges { cursor node { number need { rungs } } } pageInfo { hasNextPage hasPreviousPage endCursor } }
    consultations(first: $first, filter: { reportingYear: 2026 }) { edges { node { id firstContactDueAt referrer { kind organisation { id } municipality { name } } } } } }`;

  it('cost one statement each and one for the audit, however long the page', async () => {
    const { data, errors } = await ask(broker, lists, { first: 100 });
    expect(errors).toEqual([]);
    expect(data).toMatchObject({ cases: { pageInfo: { hasNextPage: true, hasPreviousPage: false } } });
    expect(database.statements).toHaveLength(3);
  });

  it('read on behind a cursor to the end', async () => {
    const first = await ask(broker, lists, { first: 100 });
    const after = (first.data?.['cases'] as { pageInfo: { endCursor: string } }).pageInfo.endCursor;
    const { data } = await ask(broker, lists, { first: 100, after });
    expect((data?.['cases'] as { edges: unknown[] }).edges).toHaveLength(21);
    expect(data).toMatchObject({ cases: { pageInfo: { hasNextPage: false, hasPreviousPage: true } } });
  });

  it.each([
    ['a cursor of another list', { after: 'bm9uc2Vuc2U' }, 'CURSOR_INVALID'],
    ['too many rows', { first: 101 }, 'PAGE_TOO_LARGE'],
  ])('refuse %s', async (_, variables, code) => {
    const { data, errors } = await ask(broker, lists, { first: 5, ...variables });
    expect(data?.['cases']).toBeNull();
    expect(errors[0]).toMatchObject({ code, path: 'cases' });
  });

  it.each(['cases', 'consultations'])('of %s refuse a municipality that does not exist', async (list) => {
    const { errors } = await ask(broker, `{ ${list}(filter: { municipalityCode: "1999" }) { edges { cursor } } }`);
    expect(errors).toMatchObject([{ code: 'UNKNOWN_MUNICIPALITY' }]);
  });
});

describe('what another subgraph knows by key', () => {
  const entities = `query ($keys: [_Any!]!) { _entities(representations: $keys) { ... on Case { id need { rungs } } ... on Consultation { id status } } }`;
  const keys = (typename: string, ids: readonly string[]) => ({
    keys: ids.map((id) => ({ __typename: typename, id })),
  });

  it.each(['Case', 'Consultation'])('is read in one batch: %s', async (typename) => {
    const { data, errors } = await ask(broker, entities, keys(typename, many.map(idOf)));
    expect(errors).toEqual([]);
    expect(data?.['_entities']).toHaveLength(120);
    expect(database.statements).toHaveLength(2);
    expect(database.statements[1]).toContain('insert into audit_event');
  });

  it.each(['Case', 'Consultation'])('stands for nothing where the caller may not see it: %s', async (typename) => {
    const ids = [idOf(500), idOf(999), 'no id'];
    expect((await ask(broker, entities, keys(typename, ids))).data).toEqual({ _entities: [null, null, null] });
  });

  it('stands for nothing for a member of tables who sits at none about it', async () => {
    const { data } = await ask(callerAs('ret-member', idOf(901)), entities, keys('Case', [idOf(2)]));
    expect(data).toEqual({ _entities: [null] });
  });

  const others = roles.filter((role) => !caseWorkers.includes(role) && role !== 'ret-member');
  it.each(others)('stands for nothing for %s, and nothing is looked up', async (role) => {
    const { data } = await ask(callerAs(role, idOf(901)), entities, keys('Case', [idOf(2)]));
    expect(data).toEqual({ _entities: [null] });
    expect(database.statements).toEqual([]);
  });
});

describe('the year table', () => {
  const yearTable = `query ($region: String!) { yearTable(region: $region, year: 2026) { municipalities { code name } sections { rows { total } } checks { code } } }`;

  it.each<[string, Caller, string]>([
    ['of a region that does not exist is not found for a broker', broker, 'atlantis'],
    ['of another region is not found for a broker', broker, 'region-2'],
    ['of another region is not found for an analyst', analyst, 'region-2'],
    ['of any region is not found for an analyst whose token names none', { ...analyst, region: null }, 'flevoland'],
  ])('%s, in the same words', async (_, caller, region) => {
    const { data, errors } = await ask(caller, yearTable, { region });
    expect(data).toEqual({ yearTable: null });
    expect(errors).toEqual([{ code: 'NOT_FOUND', path: 'yearTable', message: errorTexts.NOT_FOUND.nl }]);
  });

  it.each([-1, 0, 2_147_483_647])('of the year %i is empty', async (year) => {
    const source = `{ yearTable(region: "flevoland", year: ${year}) { municipalities { code } sections { kind } } }`;
    const { data, errors } = await ask(broker, source);
    expect(errors).toEqual([]);
    expect(data).toMatchObject({ yearTable: { municipalities: [], sections: [{}, {}, {}, {}] } });
  });

  it('counts the consultations of the region only', async () => {
    const { data } = await ask(broker, yearTable, { region: 'flevoland' });
    expect(data).toMatchObject({
      yearTable: {
        municipalities: [{ code: '0995', name: 'Lelystad' }],
        sections: [{ rows: [{ total: 120 }] }, {}, {}, {}],
      },
    });
  });
});

describe('who is refused', () => {
  const operations: readonly [string, string, readonly Role[]][] = [
    ['case', `{ case(id: "${idOf(2)}") { id } }`, caseWorkers],
    ['cases', '{ cases { edges { node { id } } } }', caseWorkers],
    ['consultations', '{ consultations { edges { node { id } } } }', caseWorkers],
    [
      'yearTable',
      '{ yearTable(region: "flevoland", year: 2026) { municipalities { code } } }',
      ['care-broker', 'analyst'],
    ],
  ];
  const refusals = operations.flatMap(([name, source, allowed]) =>
    roles.filter((role) => !allowed.includes(role)).map((role) => [name, role, source] as const),
  );

  it.each(refusals)('of %s: %s', async (name, role, source) => {
    const { data, errors } = await ask(callerAs(role, idOf(901)), source);
    expect(data).toEqual({ [name]: null });
    expect(errors).toEqual([{ code: 'FORBIDDEN', path: name, message: errorTexts.FORBIDDEN.nl }]);
    expect(database.statements).toEqual([]);
  });

  it.each(operations)('not, of %s: those who may', async (_, source, allowed) => {
    for (const role of allowed) expect((await ask(callerAs(role, idOf(901)), source)).errors).toEqual([]);
  });
});
