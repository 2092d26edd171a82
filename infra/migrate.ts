import type { Client } from 'pg';
import { openDatabase, type SubgraphStorage } from '../platform/database/database.js';
import { callerFunctions } from '../platform/database/row-security.sql.js';
import { removalStatements } from '../platform/personal-data/personal-data.js';
import { ConfigurationError } from '../platform/process/environment.js';
import { loginRole } from './database/role-url.js';
import { withClient } from './database/client.js';
import type { DatabaseSecrets } from './database/secrets.js';
import { storages } from './storages.js';
import { storageNames, type StorageName } from './subgraphs.js';

const oldestVersion = 15;

/** Any number, as long as every process that migrates takes the same. */
const migrationLock = 4_277_309;

const statementTimeoutMs = 600_000;

/** The migrations that each schema shall have been through, by name; all of them without. */
export type MigrationsSoFar = Readonly<Record<string, readonly string[]>>;

/**
 * Brings the database up to date, as its owner: the login roles and schemas of subgraphs and gateway, then the steps of each. Safe to
 * repeat and safe when several processes do it at once. With `soFar` it goes no further than these migrations, to take up what a backup holds. Throws a ConfigurationError when the server is too old.
 */
export async function migrate(ownerUrl: string, secrets: DatabaseSecrets, soFar?: MigrationsSoFar): Promise<void> {
  await withClient(ownerUrl, async (client) => {
    await checkVersion(client);
    await client.query('select pg_advisory_lock($1)', [migrationLock]);
    for (const sql of sharedStatements()) await client.query(sql);
    // all roles first: a migration may open a door to that of another subgraph
    for (const name of storageNames)
      for (const sql of roleStatements(client, name, secrets[name])) await client.query(sql);
    for (const name of storageNames) {
      await migrateStorage(ownerUrl, goneThrough(storages[name], soFar?.[name]));
      await client.query(`revoke all on ${name}.migration from ${loginRole(name)}`);
    }
    // they are of the tables as the code knows them
    if (!soFar) for (const sql of Object.values(storages).flatMap(madeAnew)) await client.query(sql);
  });
}

async function checkVersion(client: Client): Promise<void> {
  const { rows } = await client.query<{ version: number }>(
    `select current_setting('server_version_num')::int / 10000 as version`,
  );
  const version = rows[0]?.version ?? 0;
  if (version < oldestVersion)
    throw new ConfigurationError(`PostgreSQL ${version} is too old: use ${oldestVersion} or newer.`);
}

function goneThrough(storage: SubgraphStorage, names: readonly string[] | undefined): SubgraphStorage {
  return names ? { ...storage, migrations: storage.migrations.filter(({ name }) => names.includes(name)) } : storage;
}

async function migrateStorage(ownerUrl: string, storage: SubgraphStorage): Promise<void> {
  const database = await openDatabase(storage, {
    url: ownerUrl,
    applicationName: 'thuisbasis-migrate',
    poolSize: 1,
    statementTimeoutMs,
  });
  try {
    await database.runMigrations();
  } finally {
    await database.destroy();
  }
}

/** What follows from lists in the code, and so may differ after every change of them. */
function madeAnew({ schema, personalData, functions = [] }: SubgraphStorage): readonly string[] {
  return [...(personalData ? removalStatements(schema, personalData) : []), ...functions];
}

/** `hub_now()` is the clock of every deadline in the data; a test database puts another in its place, which stays. */
function sharedStatements(): string[] {
  return [
    `do $$ begin
       if to_regprocedure('public.hub_now()') is null then
         create function public.hub_now() returns timestamptz language sql stable as 'select clock_timestamp()';
       end if;
     end $$`,
    ...callerFunctions,
    'revoke create on schema public from public',
    // a table of one's own, for a while, could stand before one of the hub
    `do $$ begin execute format('revoke temporary on database %I from public', current_database()); end $$`,
    // equality in the same constraint as the overlap of periods: one live hold per unit
    'create extension if not exists btree_gist with schema public',
    // words with a typing error, by an index
    'create extension if not exists pg_trgm with schema public',
  ];
}

/** A role that exists already gets its password again: it may come from a data folder that is gone. */
function roleStatements(client: Client, name: StorageName, password: string): string[] {
  const role = loginRole(name);
  return [
    `do $$ begin create role ${role}; exception when duplicate_object or unique_violation then null; end $$`,
    `alter role ${role} login password ${client.escapeLiteral(password)}`,
    `do $$ begin execute format('grant connect on database %I to ${role}', current_database()); end $$`,
    `create schema if not exists ${name}`,
    `grant usage on schema ${name}, public to ${role}`,
    `alter default privileges in schema ${name} grant select, insert, update, delete on tables to ${role}`,
    `alter default privileges in schema ${name} grant usage on sequences to ${role}`,
  ];
}
