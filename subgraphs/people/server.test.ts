import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { graphql } from 'graphql';
import type { DataSource } from '../../platform/database/database.js';
import { roles, type Caller, type Role } from '../../platform/identity/caller.js';
import type { Subgraph } from '../../platform/subgraph/subgraph-endpoint.js';
import { cloneDatabase, type TestDatabase } from '../../test/database.js';
import { openPeople } from './server.js';
import { callerAs } from '../../test/builders/callers.js';
import { openPeopleDatabase, plant } from './testing/people-database.js';
import { expertiseRow, idOf, membershipRow, organisationRow, professionalRow, teamRow } from './testing/rows.js';

const broker = callerAs('care-broker');
const working: readonly Role[] = ['care-broker', 'case-owner', 'ret-member', 'provider-planner', 'provider-system'];
const hosts = Array.from({ length: 120 }, (_, index) => index + 1);
let database: TestDatabase;
let people: Subgraph;
let owner: DataSource;
let statements: string[] = [];

beforeAll(async () => {
  database = await cloneDatabase('empty');
  people = await openPeople(await openPeopleDatabase(database.url('people'), (sql) => statements.push(sql)));
  owner = await openPeopleDatabase(database.url('owner'));
  await plant(owner, {
    organisations: hosts.map((n) => organisationRow(n)),
    professionals: hosts.flatMap((n) => [
      professionalRow(1000 + n, n),
      professionalRow(2000 + n, n, { isVisible: n > 1 }),
    ]),
    expertise: hosts.map((n) => expertiseRow(1000 + n, 'SAFETY')),
    teams: [...hosts.map((n) => teamRow(3000 + n, n)), teamRow(4000, null, { successorId: idOf(3001) })],
    memberships: hosts.flatMap((n) => [membershipRow(4000, 1000 + n), membershipRow(3000 + n, 2000 + n)]),
  });
});

beforeEach(() => {
  statements = [];
});

afterAll(async () => {
  await people.close();
  await owner.destroy();
  await database.drop();
});

async function ask(caller: Caller, source: string, variableValues: Record<string, unknown> = {}) {
  const { data, errors } = await people.inContext(caller, (contextValue) =>
    graphql({ schema: people.schema, source, variableValues, contextValue }),
  );
  return {
    data: JSON.parse(JSON.stringify(data ?? null)) as Record<string, unknown> | null,
    codes: (errors ?? []).map(({ extensions, path }) => `${String(extensions['code'])} ${path?.join('.') ?? ''}`),
  };
}

const entities = `query ($keys: [_Any!]!) { _entities(representations: $keys) {
  ... on Organisation { id name contact { phone email } teams { id name kind } }
  ... on Professional { id name expertise { code label level } organisation { name } }
  ... on Team { id name memberships { role professional { name } } successor { name } } } }`;

function keys(typename: string, ids: readonly string[]) {
  return { keys: ids.map((id) => ({ __typename: typename, id })) };
}

describe('what another subgraph knows by key', () => {
  it.each([1, 10, 120])('%i organisations with their teams cost two statements', async (count) => {
    const answer = await ask(broker, entities, keys('Organisation', hosts.slice(0, count).map(idOf)));
    expect(answer.codes).toEqual([]);
    expect(answer.data?.['_entities']).toHaveLength(count);
    expect((answer.data?.['_entities'] as unknown[])[0]).toEqual({
      id: idOf(1),
      name: 'Organisatie 1',
      contact: { phone: '+31320000101', email: 'intake@organisation-1.example' },
      teams: [
        { id: idOf(3001), name: 'Team 3001', kind: 'FACT' },
        { id: idOf(4000), name: 'Team 4000', kind: 'FACT' },
      ],
    });
    expect(statements).toHaveLength(2);
  });

  it('120 professionals cost one statement for each type on their way, and one that audits', async () => {
    const answer = await ask(
      broker,
      entities,
      keys(
        'Professional',
        hosts.map((n) => idOf(1000 + n)),
      ),
    );
    expect((answer.data?.['_entities'] as unknown[])[0]).toEqual({
      id: idOf(1001),
      name: 'Medewerker 1001',
      expertise: [{ code: 'SAFETY', label: 'veiligheid en huiselijk geweld', level: 'EXPERIENCED' }],
      organisation: { name: 'Organisatie 1' },
    });
    expect(statements).toHaveLength(4);
  });

  it('120 teams cost one statement for each type on their way, and one that audits their people', async () => {
    const answer = await ask(broker, entities, keys('Team', [4000, ...hosts.map((n) => 3000 + n)].map(idOf)));
    const [shared, first] = answer.data?.['_entities'] as { memberships: unknown[]; successor: unknown }[];
    expect(shared?.memberships).toHaveLength(120);
    expect(shared?.successor).toEqual({ name: 'Team 3001' });
    expect(first?.memberships).toEqual([{ role: 'lid', professional: null }]);
    expect(statements).toHaveLength(4);
  });

  it.each(['Organisation', 'Professional', 'Team'])(
    'a %s that is missing or no id at all is null',
    async (typename) => {
      const answer = await ask(broker, entities, keys(typename, [idOf(99_999), 'no id', '']));
      expect(answer).toEqual({ data: { _entities: [null, null, null] }, codes: [] });
    },
  );
});

const operations: readonly (readonly [string, readonly Role[], string])[] = [
  ['organisation', [...working, 'analyst', 'privacy-officer'], `{ organisation(id: "${idOf(1)}") { name } }`],
  ['organisations', [...working, 'analyst', 'privacy-officer'], '{ organisations { edges { node { name } } } }'],
  ['team', working, `{ team(id: "${idOf(4000)}") { name } }`],
  ['teams', working, '{ teams { edges { node { name } } } }'],
  ['professionals', working, '{ professionals { edges { node { name } } } }'],
];

describe('the operations', () => {
  it.each(operations)('%s: for %j', async (name, allowed, source) => {
    for (const role of roles) {
      const answer = await ask(callerAs(role, idOf(1)), source);
      expect([role, answer.codes]).toEqual([role, allowed.includes(role) ? [] : [`FORBIDDEN ${name}`]]);
      expect(answer.data?.[name] === null).toBe(!allowed.includes(role));
    }
  });

  it.each(['analyst', 'privacy-officer'] as const)(
    'show the profile of an organisation to a %s, not its teams',
    async (role) => {
      const answer = await ask(callerAs(role), `{ organisation(id: "${idOf(1)}") { kind teams { name } } }`);
      expect(answer.data).toEqual({ organisation: { kind: 'CARE_PROVIDER', teams: null } });
      expect(answer.codes).toEqual(['FORBIDDEN organisation.teams']);
      expect(await ask(callerAs(role), entities, keys('Team', [idOf(4000)]))).toEqual({
        data: { _entities: [null] },
        codes: ['FORBIDDEN _entities.0'],
      });
    },
  );

  it('show nothing to an operator, by key neither', async () => {
    for (const typename of ['Organisation', 'Professional', 'Team']) {
      const answer = await ask(callerAs('operator'), entities, keys(typename, [1, 1001, 4000].map(idOf)));
      expect(answer.data).toEqual({ _entities: [null, null, null] });
    }
    expect(statements).toEqual([]);
  });

  it.each([
    ['missing', broker, 'organisation', idOf(99_999)],
    ['no id', broker, 'organisation', "'; select 1 --"],
    ['missing', broker, 'team', idOf(99_999)],
    ['no id', broker, 'team', '\0'],
    ["another's", callerAs('provider-system', idOf(1)), 'team', idOf(3002)],
  ])('answer NOT_FOUND to a key that is %s', async (_, caller, name, id) => {
    const answer = await ask(caller, `query ($id: ID!) { ${name}(id: $id) { id } }`, { id });
    expect(answer).toEqual({ data: { [name]: null }, codes: [`NOT_FOUND ${name}`] });
  });

  it('refuse a page that is too large and a municipality that does not exist', async () => {
    const answer = await ask(
      broker,
      '{ teams(first: 101) { edges { cursor } } organisations(filter: { municipalityCode: "0001" }) { edges { cursor } } }',
    );
    expect(answer.codes.sort()).toEqual(['PAGE_TOO_LARGE teams', 'UNKNOWN_MUNICIPALITY organisations']);
  });

  it('show who is in a team, and nobody whom the caller may not find', async () => {
    const source = `{ team(id: "${idOf(3001)}") { organisation { key } memberships { role professional { name } } } }`;
    const seen = (name: string | null) => ({
      data: {
        team: {
          organisation: { key: 'organisation-1' },
          memberships: [{ role: 'lid', professional: name === null ? null : { name } }],
        },
      },
      codes: [],
    });
    expect(await ask(callerAs('provider-system', idOf(1)), source)).toEqual(seen('Medewerker 2001'));
    expect(await ask(callerAs('provider-planner', idOf(2)), source)).toEqual(seen(null));
    expect(await ask(broker, source)).toEqual(seen(null));
  });
});
