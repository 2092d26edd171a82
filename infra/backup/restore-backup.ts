import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import type { Client } from 'pg';
import copy from 'pg-copy-streams';
import { ConfigurationError } from '../../platform/process/environment.js';
import { withClient } from '../database/client.js';
import { storages } from '../storages.js';
import { storageNames } from '../subgraphs.js';
import { fileOf, type Manifest, type ManifestTable } from './manifest.js';
import { nameOf } from './tables.js';

/** Throws a ConfigurationError for a backup of a later hub, and for one of which a file is not what was written. */
export async function checkBackup(folder: string, { migrations, tables }: Manifest): Promise<void> {
  for (const schema of storageNames) {
    const known = new Set(storages[schema].migrations.map(({ name }) => name));
    const unknown = (migrations[schema] ?? []).find((name) => !known.has(name));
    if (unknown)
      throw new ConfigurationError(`The backup was made by a later hub (${unknown}): restore it with that one.`);
  }
  for (const table of tables) {
    const sum = createHash('sha256');
    const file = join(folder, fileOf(table));
    await pipeline(createReadStream(file), sum).catch(() => undefined);
    if (sum.digest('hex') !== table.sha256) throw new ConfigurationError(`${file} is not what was written to it.`);
  }
}

/**
 * Puts every row of a backup into a database that has been through the same migrations, all or nothing. What holds tables together is
 * taken off while they are filled, and put back: PostgreSQL checks it anew.
 */
export async function restoreBackup(ownerUrl: string, folder: string, manifest: Manifest): Promise<void> {
  await withClient(ownerUrl, async (client) => {
    await client.query('begin');
    const bonds = await bondsOf(client);
    for (const { table, name } of bonds) await client.query(`alter table ${table} drop constraint ${name}`);
    for (const table of manifest.tables) await fill(client, table, folder);
    for (const { table, name, definition } of bonds)
      await client.query(`alter table ${table} add constraint ${name} ${definition}`);
    for (const [name, last] of Object.entries(manifest.sequences))
      if (last !== null) await client.query('select setval($1::regclass, $2)', [name, last]);
    await leaveGap(client);
    await client.query('commit');
    await client.query('analyze');
  });
}

interface Bond {
  readonly table: string;
  readonly name: string;
  readonly definition: string;
}

/** The foreign keys of the hub. */
async function bondsOf(client: Client): Promise<Bond[]> {
  const { rows } = await client.query<Bond>(
    `select conrelid::regclass::text as "table", quote_ident(conname) as name, pg_get_constraintdef(oid) as definition
     from pg_constraint where contype = 'f' and connamespace = any (select oid from pg_namespace where nspname = any($1))`,
    [storageNames],
  );
  return rows;
}

async function fill(client: Client, table: ManifestTable, folder: string): Promise<void> {
  const name = nameOf(table);
  // nothing happens anew because it is written again
  await client.query(`alter table ${name} disable trigger user`);
  await client.query(`delete from ${name}`);
  const rows = client.query(copy.from(`copy ${name} (${table.columns.join(', ')}) from stdin`));
  await pipeline(createReadStream(join(folder, fileOf(table))), createGunzip(), rows);
  if (rows.rowCount !== table.rows)
    throw new ConfigurationError(`${name} has ${rows.rowCount} rows, not ${table.rows}.`);
  await client.query(`alter table ${name} enable trigger user`);
}

/** Far above what a hub publishes in the time between two backups. */
const positionsLeftOut = 1_000_000_000;

/**
 * What was published after the backup is gone, and partners may have read it: positions go on far above, and whoever reads on from
 * an earlier one is told to fetch everything anew.
 */
async function leaveGap(client: Client): Promise<void> {
  const { rows } = await client.query<{ schema: string }>(
    `select schemaname as schema from pg_sequences where sequencename = 'outbox_position' and schemaname = any($1)`,
    [storageNames],
  );
  for (const { schema } of rows) {
    const moved = `select setval('${schema}.outbox_position', nextval('${schema}.outbox_position') + ${positionsLeftOut}) as position`;
    await client.query(`with gap as (${moved}) update ${schema}.outbox_forgotten set position = gap.position from gap`);
  }
}
