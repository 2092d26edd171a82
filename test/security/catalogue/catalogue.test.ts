import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { withClient } from '../../../infra/database/client.js';
import { storageNames } from '../../../infra/subgraphs.js';
import { cloneDatabase, type TestDatabase } from '../../database.js';
import { doors, openTables, ownersFunctions, ownersViews } from './explained.js';
import { found as foundBy, type Question } from './read-catalogue.js';

let database: TestDatabase;
beforeAll(async () => {
  database = await cloneDatabase('demonstration');
});
afterAll(() => database.drop());

function found(question: Question): Promise<string[]> {
  return withClient(database.url('owner'), (client) => foundBy(client, question));
}

describe('the database, whatever tables it has', () => {
  it.each<[string, Question]>([
    ['lets no login role pass row level security, make roles or be another', 'strongRoles'],
    ['gives no login role anything of its own', 'owners'],
    ['has no policy on a table that does not ask its policies', 'idlePolicies'],
    ['has no policy that holds for everybody', 'policiesForAll'],
    ['has no protected table that nobody can read, though a login role may ask', 'withoutReaders'],
    ['lets no login role do to a table what no policy decides: empty it, or hang a trigger on it', 'powersBeyondRows'],
    ['pins the search path of every function that acts as the owner, its own schema first', 'unpinnedFunctions'],
    ['lets nobody but who is named run a function that acts as the owner', 'functionsForAll'],
    ['reads no setting that is empty as if it were one', 'bareSettings'],
    ['gives everybody nothing', 'rightsOfAll'],
    ['has no view of its owner that lets a condition look through it', 'viewsWithoutBarrier'],
  ])('%s', async (_what, question) => {
    expect(await found(question)).toEqual([]);
  });

  it.each<[string, Question, Readonly<Record<string, string>>]>([
    ['a table without row level security', 'tablesThatStandOpen', openTables],
    ['a function that acts as the owner', 'ownersFunctions', ownersFunctions],
    ['a right of a login role outside its own schema', 'foreignRights', doors],
    ['a view that does not look as who asks', 'viewsOfOwners', ownersViews],
  ])('has %s only for a reason that is written down', async (_what, question, explained) => {
    expect((await found(question)).filter((name) => !Object.hasOwn(explained, name))).toEqual([]);
  });

  it('explains nothing that is not there', async () => {
    const tables = await found('tables');
    expect(Object.keys(openTables).filter((name) => !tables.includes(name))).toEqual([]);
    const functions = await found('ownersFunctions');
    expect(Object.keys(ownersFunctions).filter((name) => !functions.includes(name))).toEqual([]);
  });
});

describe('each fault that a migration could bring', () => {
  it.each<[string, Question]>([
    ['alter role thuisbasis_cases bypassrls', 'strongRoles'],
    ['grant thuisbasis_people to thuisbasis_cases', 'strongRoles'],
    ['alter table cases.need owner to thuisbasis_cases', 'owners'],
    ['grant select on people.organisation to thuisbasis_cases', 'foreignRights'],
    ['grant select (name) on people.organisation to thuisbasis_cases', 'foreignRights'],
    ['alter table cases.need disable row level security', 'idlePolicies'],
    ['alter table cases.need disable row level security', 'tablesThatStandOpen'],
    ['create table people.diary (id int)', 'tablesThatStandOpen'],
    ['create policy all_of_it on cases.need for select using (true)', 'policiesForAll'],
    ['create policy all_of_it on cases.need for insert with check (true)', 'policiesForAll'],
    ['alter table people.organisation enable row level security', 'withoutReaders'],
    ['grant truncate on cases.need to thuisbasis_cases', 'powersBeyondRows'],
    ['create view cases.peek as select * from cases.need', 'viewsOfOwners'],
    ['create view cases.peek as select * from cases.need', 'viewsWithoutBarrier'],
    ["create function cases.peek() returns int language sql security definer as 'select 1'", 'ownersFunctions'],
    ["create function cases.peek() returns int language sql security definer as 'select 1'", 'functionsForAll'],
    ['alter function cases.seal_audit(int) set search_path = public, cases', 'unpinnedFunctions'],
    ["create policy bare on cases.need using (current_setting('hub.caller') = 'x')", 'bareSettings'],
    [
      "create function cases.bare() returns text language sql as $$select current_setting('hub.caller', true)$$",
      'bareSettings',
    ],
    ['grant select on people.organisation to public', 'rightsOfAll'],
    ['alter default privileges in schema cases grant select on tables to public', 'rightsOfAll'],
  ])('is found: %s', async (fault, question) => {
    const [before, after] = await withClient(database.url('owner'), async (client) => {
      const without = await foundBy(client, question);
      await client.query('begin');
      await client.query(fault);
      const withIt = await foundBy(client, question);
      await client.query('rollback');
      return [without, withIt];
    });
    expect(after.filter((name) => !before.includes(name))).not.toEqual([]);
  });
});

/** Protected tables of a schema that its login role may read. */
async function protectedTables(schema: string): Promise<{ name: string }[]> {
  return withClient(database.url('owner'), async (client) => {
    const sql = `select c.oid::regclass::text as name from pg_class c where c.relnamespace::regnamespace::text = $1 and c.relrowsecurity
      and has_table_privilege('thuisbasis_' || $1, c.oid, 'select')`;
    return (await client.query<{ name: string }>(sql, [schema])).rows;
  });
}

describe.each(storageNames)('a connection of %s on which nobody is named', (schema) => {
  // a setting that was local to a transaction is an empty text after it
  it.each([
    ['at first', ''],
    [
      'after a transaction of somebody',
      `begin; select set_config('hub.caller', '{"roles":["care-broker"]}', true); commit`,
    ],
    ['with a setting that is empty', `select set_config('hub.caller', '', false)`],
  ])('sees no row of a protected table: %s', async (_when, before) => {
    const seen = await withClient(database.url(schema), async (client) => {
      await client.query(before);
      const counts: string[] = [];
      for (const { name } of await protectedTables(schema)) {
        const { rowCount } = await client.query(`select from ${name} limit 1`);
        if (rowCount !== 0) counts.push(name);
      }
      return counts;
    });
    expect(seen).toEqual([]);
  });

  it('changes no row of a protected table', async () => {
    const changed = await withClient(database.url(schema), async (client) => {
      const counts: string[] = [];
      for (const { name } of await protectedTables(schema)) {
        const { rowCount } = await client.query(`delete from ${name}`).catch(() => ({ rowCount: 0 }));
        if (rowCount !== 0) counts.push(name);
      }
      return counts;
    });
    expect(changed).toEqual([]);
  });
});
