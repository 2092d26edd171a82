import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { withClient } from '../infra/database/client.js';
import { subgraphNames } from '../infra/subgraphs.js';
import { cloneDatabase, type TestDatabase } from './database.js';

async function query(url: string, sql: string): Promise<unknown[]> {
  const { rows } = await withClient(url, (client) => client.query<unknown[]>({ text: sql, rowMode: 'array' }));
  return rows.flat();
}

describe('a test database', () => {
  let database: TestDatabase;
  let other: TestDatabase;

  beforeAll(async () => {
    database = await cloneDatabase('empty');
    other = await cloneDatabase('empty');
  });

  afterAll(async () => {
    await database.drop();
    await other.drop();
  });

  it.each(subgraphNames)('lets the role of %s in, to the tables of its own schema only', async (name) => {
    const schemas = `select distinct relnamespace::regnamespace::text from pg_class
      where relkind in ('r', 'v', 'S') and has_table_privilege(oid, 'select, insert, update, delete') order by 1`;
    const visible = await query(database.url(name), schemas);
    expect(visible.filter((schema) => subgraphNames.some((known) => known === schema))).toEqual([name]);
  });

  it('moves its own clock and no other', async () => {
    await database.moveClock('3 days');
    await database.moveClock('12 hours');
    const ahead = 'select round(extract(epoch from public.hub_now() - clock_timestamp()) / 3600)::int';
    expect(await query(database.url('cases'), ahead)).toEqual([84]);
    expect(await query(other.url('cases'), ahead)).toEqual([0]);
  });
});
