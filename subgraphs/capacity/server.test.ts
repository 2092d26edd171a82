import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { graphql } from 'graphql';
import { roles, type Caller, type Role } from '../../platform/identity/caller.js';
import type { Subgraph } from '../../platform/subgraph/subgraph-endpoint.js';
import { callerAs } from '../../test/builders/callers.js';
import { openCapacityDatabase, type CapacityDatabase } from '../../test/builders/databases/capacity-database.js';
import { aNeed, anOffer, aReport } from '../../test/builders/rows/offer.js';
import { toCapacityConfig } from './config.js';
import { openCapacity } from './server.js';

const noon = '2026-11-21T12:00:00Z';
const broker = callerAs('care-broker');
const seekers: readonly Role[] = ['care-broker', 'case-owner', 'ret-member'];
const readers: readonly Role[] = [...seekers, 'provider-planner', 'provider-system'];
const organisation = (n: number): string => `20000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const caseId = '30000000-0000-4000-8000-000000000001';
const offers = Array.from({ length: 60 }, (_, index) =>
  anOffer(index, {
    organisationId: organisation(index % 30),
    reports: index % 3 === 0 ? [] : [aReport()],
    closures: index === 7 ? [{ closedHoursAgo: 1, reopenedHoursAgo: null }] : [],
    ageMax: index > 50 ? 10 : 18,
  }),
);
let database: CapacityDatabase;
let capacity: Subgraph;

beforeAll(async () => {
  database = await openCapacityDatabase();
  await database.setClock(noon);
  await database.write(offers, noon);
  capacity = await openCapacity(database.db, toCapacityConfig({}));
});

beforeEach(() => {
  database.statements.length = 0;
});

afterAll(() => database.close());

async function ask(caller: Caller, source: string, variableValues: Record<string, unknown> = {}) {
  const { data, errors } = await capacity.inContext(caller, (contextValue) =>
    graphql({ schema: capacity.schema, source, variableValues, contextValue }),
  );
  return {
    data: JSON.parse(JSON.stringify(data ?? null)) as Record<string, unknown> | null,
    codes: (errors ?? []).map(({ extensions, path }) => `${String(extensions['code'])} ${path?.join('.') ?? ''}`),
  };
}

const ofCase = `query ($keys: [_Any!]!) { _entities(representations: $keys) { ... on Case { options(first: 5) {
  offersConsidered edges { rank node { title municipality { name } availability { status } organisation { id } } } missingSources { totalCount }
  excluded { code offerCount offers(first: 2) { nodes { id title } } } } } } }`;

function caseKey(need: unknown) {
  return { keys: [{ __typename: 'Case', id: caseId, need }] };
}

describe('the options of a case', () => {
  it('follow from the need that comes along', async () => {
    const answer = await ask(broker, ofCase, caseKey(aNeed()));
    expect(answer.codes).toEqual([]);
    const [found] = answer.data?.['_entities'] as { options: Record<string, unknown> }[];
    expect(found?.options).toMatchObject({ offersConsidered: 60, missingSources: { totalCount: 10 } });
    expect(found?.options['excluded']).toEqual([
      { code: 'AGE', offerCount: 9, offers: { nodes: [expect.anything(), expect.anything()] } },
      { code: 'INTAKE_CLOSED', offerCount: 1, offers: { nodes: [expect.objectContaining({ id: offers[7]?.id })] } },
    ]);
  });

  it('are null while no need is described', async () => {
    expect(await ask(broker, ofCase, caseKey(null))).toEqual({ data: { _entities: [{ options: null }] }, codes: [] });
  });

  it('are for nobody who may not have cases', async () => {
    for (const role of roles.filter((role) => role !== 'care-broker' && role !== 'case-owner')) {
      expect(await ask(callerAs(role, organisation(1)), ofCase, caseKey(aNeed()))).toEqual({
        data: { _entities: [null] },
        codes: ['FORBIDDEN _entities.0'],
      });
    }
    expect(database.statements).toEqual([]);
  });

  it('are refused by themselves: what is asked beside them by its key is given', async () => {
    const both =
      'query ($keys: [_Any!]!) { _entities(representations: $keys) { ... on Case { id } ... on Offer { id } } }';
    const offer = { __typename: 'Offer', id: offers[1]?.id };
    const keys = [...caseKey(aNeed()).keys, offer];
    expect(await ask(callerAs('provider-planner', organisation(1)), both, { keys })).toEqual({
      data: { _entities: [null, { id: offer.id }] },
      codes: ['FORBIDDEN _entities.0'],
    });
  });
});

const need = aNeed();
const operations: readonly (readonly [string, readonly Role[], string])[] = [
  ['offer', readers, `{ offer(id: "${offers[1]?.id ?? ''}") { title } }`],
  ['offers', readers, '{ offers { edges { node { title } } } }'],
  ['options', seekers, 'query ($need: NeedInput!) { options(need: $need) { totalCount } }'],
];

describe('the operations', () => {
  it.each(operations)('%s: for %j', async (name, allowed, source) => {
    for (const role of roles) {
      const answer = await ask(callerAs(role, organisation(1)), source, { need });
      expect([role, answer.codes]).toEqual([role, allowed.includes(role) ? [] : [`FORBIDDEN ${name}`]]);
    }
  });

  it.each([
    ['missing', broker, organisation(99)],
    ['no id at all', broker, '%'],
    ["a competitor's", callerAs('provider-system', organisation(2)), offers[1]?.id],
  ])('answer NOT_FOUND to the key of an offer that is %s', async (_what, caller, id) => {
    expect(await ask(caller, 'query ($id: ID!) { offer(id: $id) { id } }', { id })).toEqual({
      data: { offer: null },
      codes: ['NOT_FOUND offer'],
    });
  });

  it('read a list with everything on it in one statement for each kind of thing', async () => {
    const source =
      '{ offers(first: 60) { edges { node { site { name } availability { status } latestReport { available } closure { reason } } } } }';
    expect((await ask(broker, source)).codes).toEqual([]);
    expect(database.statements).toHaveLength(5);
  });

  it.each([1, 30])('read a page of offers of %i organisations in one statement', async (count) => {
    const source = `query ($keys: [_Any!]!) { _entities(representations: $keys) { ... on Organisation { offers(first: 1) {
      edges { node { title } } pageInfo { hasNextPage } } } } }`;
    const keys = Array.from({ length: count }, (_, n) => ({ __typename: 'Organisation', id: organisation(n) }));
    const answer = await ask(broker, source, { keys });
    expect(answer.data?.['_entities']).toEqual(
      keys.map(() => ({
        offers: { edges: [{ node: { title: expect.any(String) } }], pageInfo: { hasNextPage: true } },
      })),
    );
    expect(database.statements).toHaveLength(1);
  });

  it('answer an empty list to a filter by a key that is none', async () => {
    const answer = await ask(broker, '{ offers(filter: { organisationId: "x" }) { edges { cursor } } }');
    expect(answer).toEqual({ data: { offers: { edges: [] } }, codes: [] });
  });
});
