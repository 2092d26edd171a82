import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { DataSource } from '../../../platform/database/database.js';
import type { Subgraph } from '../../../platform/subgraph/subgraph-endpoint.js';
import { askSubgraph } from '../../../test/builders/ask-subgraph.js';
import { callerAs } from '../../../test/builders/callers.js';
import { cloneDatabase, type TestDatabase } from '../../../test/database.js';
import { openPeople } from '../server.js';
import { openPeopleDatabase, plant } from '../testing/people-database.js';
import { idOf, membershipRow, organisationRow, professionalRow, teamRow } from '../testing/rows.js';

interface Entry {
  event_code: string;
  outcome: string;
  object_ids: string[];
}

const broker = { ...callerAs('care-broker'), operation: { name: 'WhoCanHelp', hash: 'abc' } };
let database: TestDatabase;
let owner: DataSource;
let people: Subgraph;
let statements: string[] = [];

beforeAll(async () => {
  database = await cloneDatabase('empty');
  people = await openPeople(await openPeopleDatabase(database.url('people'), (sql) => statements.push(sql)));
  owner = await openPeopleDatabase(database.url('owner'));
  await plant(owner, {
    organisations: [organisationRow(1)],
    professionals: [professionalRow(11, 1), professionalRow(12, 1, { isVisible: false }), professionalRow(13, 1)],
    teams: [teamRow(31, 1)],
    memberships: [membershipRow(31, 11), membershipRow(31, 12)],
  });
});
afterAll(async () => {
  await people.close();
  await owner.destroy();
  await database.drop();
});
beforeEach(async () => {
  await owner.query('truncate people.audit_event, people.audit_seal, people.audit_pending');
  statements = [];
});

const entries = (): Promise<Entry[]> => owner.query('select * from audit_event order by outcome');
const byKey = `query ($keys: [_Any!]!) { _entities(representations: $keys) { ... on Professional { name } } }`;
const professionals = (...numbers: number[]) => ({
  keys: numbers.map((n) => ({ __typename: 'Professional', id: idOf(n) })),
});

describe('an access to a professional', () => {
  it('is written down with who, why, what and by which question, and nothing of the person', async () => {
    await askSubgraph(people, broker, byKey, professionals(11));
    const found = await entries();
    expect(found).toMatchObject([
      {
        ...{ event_code: 'PROFESSIONAL_READ', action: 'R', outcome: 'GRANTED', user_id: 'care-broker' },
        ...{ purpose: 'FIND_CARE', access_point: 'page', object_ids: [idOf(11)], source_id: 'people' },
        ...{ search_name: 'WhoCanHelp', search_hash: 'abc' },
        authorisation_protocol: expect.stringMatching(/^people\/[0-9a-f]{16}$/),
      },
    ]);
    expect(JSON.stringify(found)).not.toContain('Medewerker');
  });

  it('is written once for a list, for whom is told of and no more', async () => {
    await askSubgraph(people, broker, '{ professionals(first: 1) { edges { node { name } } } }');
    expect((await entries()).map(({ object_ids }) => object_ids)).toEqual([[idOf(11)]]);
  });

  it('that was refused, or of somebody who is not there, is written down as well', async () => {
    await askSubgraph(people, broker, byKey, professionals(12, 99));
    const [entry, ...others] = await entries();
    expect([entry?.outcome, entry?.object_ids.toSorted(), others]).toEqual(['REFUSED', [idOf(12), idOf(99)], []]);
  });

  it('that found nobody is written down as a search, unless a system asks again and again', async () => {
    const nobody = '{ professionals(filter: { language: "ar" }) { edges { node { name } } } }';
    await askSubgraph(people, callerAs('provider-system', idOf(1)), nobody);
    expect(await entries()).toEqual([]);
    await askSubgraph(people, broker, nobody);
    expect(await entries()).toMatchObject([
      { event_code: 'SEARCH_EXECUTED', outcome: 'GRANTED', object_ids: [], search_name: 'WhoCanHelp' },
    ]);
  });

  it('that fails is written down as tried', async () => {
    await owner.query('revoke select on people.professional from thuisbasis_people');
    try {
      await expect(askSubgraph(people, broker, byKey, professionals(11))).rejects.toThrow();
    } finally {
      await owner.query('grant select on people.professional to thuisbasis_people');
    }
    expect(await entries()).toMatchObject([
      { event_code: 'SEARCH_EXECUTED', outcome: 'REFUSED', search_hash: 'abc', object_ids: [] },
    ]);
  });

  it('by way of a team is one to whom may be found; of the others nothing was asked', async () => {
    const source = `{ team(id: "${idOf(31)}") { memberships { professional { name } } } }`;
    await askSubgraph(people, broker, source);
    expect((await entries()).map(({ outcome, object_ids }) => [outcome, object_ids])).toEqual([
      ['GRANTED', [idOf(11)]],
    ]);
  });

  it('is not made by reading an organisation, its teams and who is in them, which costs no statement more', async () => {
    const source = `{ organisation(id: "${idOf(1)}") { name contact { phone } teams { name memberships { role } } } }`;
    expect((await askSubgraph(people, broker, source)).errors).toEqual([]);
    expect(statements).toHaveLength(3);
    expect(await entries()).toEqual([]);
  });

  it('tells nothing when it cannot be written down', async () => {
    await owner.query('revoke insert on people.audit_event from thuisbasis_people');
    try {
      await expect(askSubgraph(people, broker, byKey, professionals(11))).rejects.toThrow();
    } finally {
      await owner.query('grant insert on people.audit_event to thuisbasis_people');
    }
  });
});
