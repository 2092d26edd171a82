import type { Client } from 'pg';
import { ConfigurationError } from '../../platform/process/environment.js';
import { sealedPlace, type SealedColumn } from '../../platform/secrecy/database-sealer.js';
import type { Sealer } from '../../platform/secrecy/sealer.js';
import { withClient } from '../database/client.js';
import { storages } from '../storages.js';

const batchSize = 500;

interface StoredText {
  readonly key: string;
  readonly stored: string;
}

/**
 * Seals with the key of now what was kept before there were keys, or under a former one; as the owner of the database, before anybody else
 * works on it. A table in which something stood open is written anew, so that the file holds no row of before. Nothing is lost when it breaks off. Throws a ConfigurationError when something was sealed with a key that is not there any more. Gives the number of texts.
 */
export async function sealStored(ownerUrl: string, sealer: Sealer): Promise<number> {
  return withClient(ownerUrl, async (client) => {
    let count = 0;
    for (const { schema, sealed = [] } of Object.values(storages))
      for (const column of sealed) count += await sealColumn(client, schema, column, sealer);
    return count;
  });
}

async function sealColumn(client: Client, schema: string, of: SealedColumn, sealer: Sealer): Promise<number> {
  const place = sealedPlace(schema, of);
  let [count, stoodOpen] = [0, false];
  for await (const texts of textsOf(client, schema, of)) {
    const due = texts.filter(({ stored }) => !sealer.isCurrent(stored));
    await replace(client, schema, of, due, (stored) => resealed(sealer, place, stored));
    stoodOpen ||= due.some(({ stored }) => !sealer.isSealed(stored));
    count += due.length;
  }
  if (stoodOpen) await writeAnew(client, `${schema}.${of.table}`);
  return count;
}

/**
 * Copies the rows that are there into a new file. A column that is filled row by row makes PostgreSQL do so: `vacuum full` would take along what was
 * replaced just now, for as long as anybody, such as an analyze of another table, holds an older snapshot.
 */
async function writeAnew(client: Client, table: string): Promise<void> {
  await client.query(
    `begin; alter table ${table} add written_anew double precision default random(); alter table ${table} drop written_anew; commit`,
  );
}

/** Every text of a column, some at a time. */
async function* textsOf(client: Client, schema: string, { table, key, column }: SealedColumn) {
  for (let last: string | null = null; ;) {
    const { rows }: { rows: StoredText[] } = await client.query<StoredText>(
      `select ${key} as key, ${column} as stored from ${schema}.${table}
       where ${column} is not null and ($1::uuid is null or ${key} > $1) order by ${key} limit ${batchSize}`,
      [last],
    );
    yield rows;
    if (rows.length < batchSize) return;
    last = rows.at(-1)?.key ?? null;
  }
}

/** Puts other texts in the place of these, where nobody has changed them meanwhile. */
async function replace(
  client: Client,
  schema: string,
  { table, key, column }: SealedColumn,
  texts: readonly StoredText[],
  by: (stored: string) => string,
): Promise<void> {
  if (texts.length === 0) return;
  const [keys, stored] = [texts.map((text) => text.key), texts.map((text) => text.stored)];
  await client.query(
    `update ${schema}.${table} t set ${column} = s.sealed from unnest($1::uuid[], $2::text[], $3::text[]) as s (key, stored, sealed)
     where t.${key} = s.key and t.${column} = s.stored`,
    [keys, stored, stored.map(by)],
  );
}

function resealed(sealer: Sealer, place: string, stored: string): string {
  return sealer.seal(place, openOrSay(sealer, place, stored));
}

function openOrSay(sealer: Sealer, place: string, stored: string): string {
  try {
    return sealer.open(place, stored);
  } catch {
    throw new ConfigurationError(
      `The database holds texts in ${place} that were sealed with other keys: put the file of keys back that belongs to it, or name it with CONTENT_KEYS_FILE.`,
    );
  }
}
