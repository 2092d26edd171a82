import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { cloneDatabase, type TestDatabase } from '../test/database.js';
import { withClient } from './database/client.js';
import { explainDatabaseError } from './database/explain-error.js';
import { migrate } from './migrate.js';
import { storageNames } from './subgraphs.js';

describe('bringing a database up to date', () => {
  let database: TestDatabase;

  beforeAll(async () => {
    database = await cloneDatabase('empty');
  });

  afterAll(() => database.drop());

  const secrets = JSON.parse(process.env['TEST_DATABASES'] ?? '{}') as { secrets: Parameters<typeof migrate>[1] };

  it('is safe to repeat, by several processes at once, and leaves a moved clock alone', async () => {
    await database.moveClock('3 days');
    const url = database.url('owner');
    await Promise.all([1, 2, 3].map(() => migrate(url, secrets.secrets)));
    const { rows } = await withClient(url, (client) =>
      client.query<{ days: number }>(`select extract(day from hub_now() - now())::int as days`),
    );
    expect(rows).toEqual([{ days: 3 }]);
  });

  /** Written by functions of the owner alone: who writes what was done must not write its seals, nor that a case was erased, nor its number, nor when a round table is. */
  const beyondReach = /\.(audit_seal|audit_pending|erasure|case_serial|break_glass_case|round_table_time)$/;

  it.each(storageNames)('gives the role of %s its own tables and no others', async (name) => {
    const tables = await withClient(database.url('owner'), (client) =>
      client.query<{ table: string; schema: string }>(
        `select format('%I.%I', schemaname, tablename) as table, schemaname as schema from pg_tables
         where schemaname = any($1) and tablename <> 'migration'`,
        [storageNames],
      ),
    );
    const readable = await withClient(database.url(name), async (client) => {
      const found: string[] = [];
      for (const { table } of tables.rows)
        await client.query(`select from ${table} limit 0`).then(
          () => found.push(table),
          () => undefined,
        );
      return found;
    });
    expect(readable).toEqual(
      tables.rows.filter(({ schema, table }) => schema === name && !beyondReach.test(table)).map(({ table }) => table),
    );
    expect(readable.length).toBeGreaterThan(0);
  });

  it.each(storageNames)('lets the role of %s make nothing', async (name) => {
    for (const schema of ['public', ...storageNames]) {
      const making = withClient(database.url(name), (client) => client.query(`create table ${schema}.own (id int)`));
      await expect(making).rejects.toMatchObject({ code: '42501' });
    }
    await migrate(database.url('owner'), secrets.secrets);
    const making = withClient(database.url(name), (client) => client.query('create temporary table own (id int)'));
    await expect(making).rejects.toMatchObject({ code: '42501' });
  });

  it('says what to do when its user may not make roles', async () => {
    const role = `test_${randomBytes(4).toString('hex')}`;
    const plain = new URL(database.url('owner'));
    await withClient(plain.href, (client) => client.query(`create role ${role} login password 'plain'`));
    plain.username = role;
    plain.password = 'plain';
    const failure = await migrate(plain.href, secrets.secrets).catch(explainDatabaseError);
    expect(String(failure)).toContain('its user may not make roles and schemas');
    await withClient(database.url('owner'), (client) => client.query(`drop role ${role}`));
  });
});
