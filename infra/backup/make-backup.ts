import { createHash } from 'node:crypto';
import { createWriteStream, existsSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { Client } from 'pg';
import copy from 'pg-copy-streams';
import { ConfigurationError } from '../../platform/process/environment.js';
import { withClient } from '../database/client.js';
import { fileOf, manifestFile, type Manifest, type ManifestTable } from './manifest.js';
import { migrationsOf, nameOf, sequencesOf, tablesOf, type KeptTable } from './tables.js';

/**
 * Writes every row of the hub to a folder, as of one moment, while the hub goes on. The folder is there when it is whole, and not before.
 * Texts stay sealed: the keys are not in it. Throws a ConfigurationError where something lies already.
 */
export async function makeBackup(ownerUrl: string, folder: string): Promise<Manifest> {
  if (existsSync(folder))
    throw new ConfigurationError(`${folder} is there already: a backup takes the place of nothing.`);
  const draft = `${folder}.unfinished`;
  await rm(draft, { recursive: true, force: true });
  await mkdir(draft, { recursive: true, mode: 0o700 });
  const manifest = await withClient(ownerUrl, (client) => write(client, draft));
  await writeFile(join(draft, manifestFile), `${JSON.stringify(manifest, null, 2)}\n`, { mode: 0o600 });
  await rename(draft, folder);
  return manifest;
}

async function write(client: Client, folder: string): Promise<Manifest> {
  await client.query('begin isolation level repeatable read, read only');
  const { rows } = await client.query<{ now: Date }>('select clock_timestamp() as now');
  const migrations = await migrationsOf(client);
  const tables: ManifestTable[] = [];
  for (const table of await tablesOf(client)) tables.push(await writeTable(client, table, folder));
  // sequences stand in no snapshot: read last, they are never behind the rows
  const sequences = await sequencesOf(client);
  await client.query('commit');
  return { format: 1, madeAt: (rows[0]?.now ?? new Date()).toISOString(), migrations, sequences, tables };
}

async function writeTable(client: Client, table: KeptTable, folder: string): Promise<ManifestTable> {
  const rows = client.query(copy.to(`copy ${nameOf(table)} (${table.columns.join(', ')}) to stdout`));
  const sum = createHash('sha256');
  const summing = new Transform({
    transform(part: Buffer, _encoding, done) {
      sum.update(part);
      done(null, part);
    },
  });
  const file = createWriteStream(join(folder, fileOf(table)), { mode: 0o600, flush: true });
  await pipeline(rows, createGzip(), summing, file);
  return { ...table, rows: rows.rowCount, sha256: sum.digest('hex') };
}
