import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DataSource } from '../../../platform/database/database.js';
import { roles } from '../../../platform/identity/caller.js';
import type { Subgraph } from '../../../platform/subgraph/subgraph-endpoint.js';
import { askSubgraph } from '../../../test/builders/ask-subgraph.js';
import { callerAs } from '../../../test/builders/callers.js';
import { cloneDatabase, type TestDatabase } from '../../../test/database.js';
import { openPeople } from '../server.js';
import { openPeopleDatabase, plant } from '../testing/people-database.js';
import { idOf, organisationRow, professionalRow } from '../testing/rows.js';

const own = idOf(1);
const planner = callerAs('provider-planner', own);
const officer = callerAs('privacy-officer');
const broker = {
  ...callerAs('care-broker'),
  subject: 'https://idp.example#els',
  operation: { name: 'WhoCanHelp', hash: 'abc' },
};
let database: TestDatabase;
let owner: DataSource;
let people: Subgraph;

beforeAll(async () => {
  database = await cloneDatabase('empty');
  people = await openPeople(await openPeopleDatabase(database.url('people')));
  owner = await openPeopleDatabase(database.url('owner'));
  await plant(owner, {
    organisations: [organisationRow(1), organisationRow(2)],
    professionals: [professionalRow(11, 1), professionalRow(21, 2), professionalRow(12, 1, { leftOn: '2020-01-01' })],
  });
  await look(broker, 11);
  await look(callerAs('provider-system', idOf(2)), 11);
});
afterAll(async () => {
  await people.close();
  await owner.destroy();
  await database.drop();
});

const byKey = `query ($keys: [_Any!]!) { _entities(representations: $keys) { ... on Professional { name } } }`;
const look = (caller: typeof planner, n: number) =>
  askSubgraph(people, caller, byKey, { keys: [{ __typename: 'Professional', id: idOf(n) }] });

const document = `query ($id: ID!) { professionalAccesses(professionalId: $id) {
  edges { node { userId roles organisation { name } purpose isGranted operationName } } } }`;

async function review(caller: typeof planner, n: number) {
  const { data, errors } = await askSubgraph(people, caller, document, { id: idOf(n) });
  const found = data?.['professionalAccesses'] as { edges: { node: object }[] } | null;
  return { found: found?.edges.map(({ node }) => node) ?? null, codes: errors.map(({ code }) => code) };
}

describe('who looked at a professional', () => {
  it('is told to the planners of the own organisation and to the privacy officer, refused accesses too', async () => {
    const expected = [
      {
        ...{ userId: 'https://idp.example#els', roles: ['care-broker'], organisation: null, purpose: 'FIND_CARE' },
        ...{ isGranted: true, operationName: 'WhoCanHelp' },
      },
      {
        ...{ userId: 'provider-system', roles: ['provider-system'], organisation: { name: 'Organisatie 2' } },
        ...{ purpose: 'PUBLISH', isGranted: false, operationName: null },
      },
    ];
    for (const caller of [planner, officer]) {
      const { found, codes } = await review(caller, 11);
      expect(codes).toEqual([]);
      expect(found).toHaveLength(2);
      expect(found).toEqual(expect.arrayContaining(expected));
    }
  });

  it('is told of nobody else’s people, of nobody who left and of nobody who is not there', async () => {
    for (const n of [21, 12, 999]) expect(await review(planner, n)).toEqual({ found: null, codes: ['NOT_FOUND'] });
    const seeker = { ...planner, roles: ['provider-planner', 'care-broker'] as const };
    expect(await review(seeker, 21)).toEqual({ found: null, codes: ['NOT_FOUND'] });
    expect(await review(callerAs('provider-planner'), 11)).toEqual({ found: null, codes: ['NOT_FOUND'] });
  });

  it.each(roles.filter((role) => role !== 'provider-planner' && role !== 'privacy-officer'))(
    'is not told to a %s',
    async (role) => {
      expect(await review(callerAs(role, own), 11)).toEqual({ found: null, codes: ['FORBIDDEN'] });
    },
  );

  it('is itself written down, and is no look at the professional', async () => {
    await review({ ...officer, subject: 'fg' }, 11);
    const found = await owner.query<unknown[]>(
      `select event_code, outcome, purpose from audit_event where user_id = 'fg'`,
    );
    expect(found).toEqual([{ event_code: 'PROFESSIONALACCESS_READ', outcome: 'GRANTED', purpose: 'SUPERVISION' }]);
  });
});
