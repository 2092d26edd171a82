import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { roles, type Caller } from '../../../platform/identity/caller.js';
import { withCaller } from '../../../platform/database/with-caller.js';
import type { Subgraph } from '../../../platform/subgraph/subgraph-endpoint.js';
import { LadderRung } from '../../../vocabulary/ladder.js';
import { askSubgraph } from '../../../test/builders/ask-subgraph.js';
import { callerAs } from '../../../test/builders/callers.js';
import { openCapacityDatabase, type CapacityDatabase } from '../../../test/builders/databases/capacity-database.js';
import { aNeed, anOffer, aReport } from '../../../test/builders/rows/offer.js';
import { toCapacityConfig } from '../config.js';
import { openCapacity } from '../server.js';
import { familiesAmong } from './family.rules.js';

const noon = '2026-11-21T12:00:00Z';
const [own, other] = [1, 2].map((n) => `20000000-0000-4000-8000-00000000000${n}`) as [string, string];
const reports = [aReport()];
const family = anOffer(1, { organisationId: own, rung: 'FOSTER', reports });
const group = anOffer(2, { organisationId: own, rung: 'RESIDENTIAL_GROUP', reports });
const elsewhere = anOffer(3, { organisationId: other, rung: 'FAMILY_HOME', reports });
const planner = callerAs('provider-planner', own);
const officer = callerAs('privacy-officer');
const els = { ...callerAs('care-broker'), subject: 'https://idp.example#els', operation: { name: 'Ask', hash: 'abc' } };
let database: CapacityDatabase;
let capacity: Subgraph;

beforeAll(async () => {
  database = await openCapacityDatabase();
  await database.setClock(noon);
  await database.write([family, group, elsewhere], noon);
  capacity = await openCapacity(database.db, toCapacityConfig({}));
});
afterAll(() => database.close());
beforeEach(() => database.owner.query('truncate audit_event cascade'));

const ask = async (caller: Caller, document: string, variables: object = {}) => {
  const { data, errors } = await askSubgraph(capacity, caller, document, { ...variables });
  return { data, codes: errors.map(({ code }) => code) };
};

async function review(caller: Caller, { id }: { id: string }) {
  const document = `query ($id: ID!) { familyAccesses(offerId: $id) { edges { node { userId roles purpose isGranted operationName } } } }`;
  const { data, codes } = await ask(caller, document, { id });
  const found = data?.['familyAccesses'] as { edges: { node: object }[] } | null;
  return { found: found?.edges.map(({ node }) => node) ?? null, codes };
}

const need = aNeed({ rungs: ['FOSTER', 'FAMILY_HOME', 'RESIDENTIAL_GROUP'] });
const ways: [string, string, object][] = [
  ['asking for it', 'query ($id: ID!) { offer(id: $id) { title } }', { id: family.id }],
  ['leafing through the offers', '{ offers { edges { node { title } } } }', {}],
  ['taking a copy', '{ offerChanges { edges { node { title } } } }', {}],
  ['searching', 'query ($need: NeedInput!) { options(need: $need) { edges { node { title } } } }', { need }],
  [
    'coming by its organisation',
    'query ($keys: [_Any!]!) { _entities(representations: $keys) { ... on Organisation { offers { edges { node { title } } } } } }',
    { keys: [{ __typename: 'Organisation', id: own }] },
  ],
  [
    'coming by something else that names it',
    'query ($keys: [_Any!]!) { _entities(representations: $keys) { ... on Offer { title } } }',
    { keys: [{ __typename: 'Offer', id: family.id }] },
  ],
];

describe('a family that offers a place', () => {
  it.each(ways)('hears of its provider who was shown it by %s', async (_way, document, variables) => {
    expect((await ask(els, document, variables)).codes).toEqual([]);
    for (const caller of [planner, officer])
      expect(await review(caller, family)).toEqual({
        codes: [],
        found: [
          {
            ...{ userId: 'https://idp.example#els', roles: ['care-broker'], purpose: 'FIND_CARE', isGranted: true },
            operationName: 'Ask',
          },
        ],
      });
  });

  it('hears nothing of its own provider looking, and a group is no family', async () => {
    for (const [, document, variables] of ways) await ask(planner, document, variables);
    await ask(els, 'query ($id: ID!) { offer(id: $id) { title } }', { id: group.id });
    for (const offer of [family, group]) expect(await review(planner, offer)).toEqual({ found: [], codes: [] });
  });

  it('is spoken of to nobody else’s planner', async () => {
    await ask(els, '{ offers { edges { node { title } } } }');
    const nothing = { found: null, codes: ['NOT_FOUND'] };
    expect(await review(planner, elsewhere)).toEqual(nothing);
    expect(await review(planner, { id: own })).toEqual(nothing);
    expect(await review(callerAs('provider-planner'), family)).toEqual(nothing);
  });

  it.each(roles.filter((role) => role !== 'provider-planner' && role !== 'privacy-officer'))(
    'is not spoken of to a %s',
    async (role) => {
      expect(await review(callerAs(role, own), family)).toEqual({ found: null, codes: ['FORBIDDEN'] });
    },
  );

  it('is held to by the database itself: of the audit a planner reads its own families, and nobody reads more', async () => {
    await ask(els, '{ offers { edges { node { title } } } }');
    await ask(els, '{ holds { edges { node { id } } } }');
    const rows = async (caller: Caller) =>
      (await withCaller(database.db, caller, (tx) => tx.query<object[]>('select from audit_event'))).length;
    const stranger = callerAs('provider-planner', '20000000-0000-4000-8000-000000000009');
    expect([await rows(planner), await rows(officer), await rows(stranger), await rows(els)]).toEqual([1, 1, 0, 0]);
    expect(await database.db.query('select from audit_event')).toEqual([]);
  });

  it('is an offer in the home of a family, however it is called', () => {
    const offerOn = (rung: LadderRung, homeRung: LadderRung | null = null) => ({
      ...{ id: `${rung} ${homeRung ?? ''}`.trim(), organisationId: other },
      ...{ rung, homeRung },
    });
    const offers = [...LadderRung.codes.map((rung) => offerOn(rung)), offerOn('TAILORED', 'FOSTER')];
    expect(familiesAmong(planner, offers)).toEqual([
      ...['COMMUNITY_SUPPORT', 'KINSHIP_FOSTER', 'FOSTER', 'FAMILY_HOME', 'TAILORED FOSTER'],
    ]);
    expect(familiesAmong(callerAs('provider-system', other), offers)).toEqual([]);
  });
});
