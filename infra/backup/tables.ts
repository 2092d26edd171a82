import type { Client } from 'pg';
import { storageNames } from '../subgraphs.js';

/** A table of the hub whose rows are kept in a backup. */
export interface KeptTable {
  readonly schema: string;
  readonly name: string;
  /** The columns that are written; those that follow from others are not. */
  readonly columns: readonly string[];
}

/** Which migrations made the tables, which are what they make of it: TypeORM keeps them here. */
export const migrationTable = 'migration';

/** Every table of the hub but that of the migrations, in a fixed order. */
export async function tablesOf(client: Client): Promise<KeptTable[]> {
  const { rows } = await client.query<KeptTable>(
    `select n.nspname as schema, c.relname as name, array_agg(quote_ident(a.attname) order by a.attnum)::text[] as columns
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
     where c.relkind = 'r' and n.nspname = any($1) and c.relname <> $2
     group by n.nspname, c.relname order by n.nspname, c.relname`,
    [storageNames, migrationTable],
  );
  return rows;
}

/** How a table is named in SQL. */
export function nameOf({ schema, name }: Pick<KeptTable, 'schema' | 'name'>): string {
  return `"${schema}"."${name}"`;
}

/** How far each sequence is: null where it gave nothing yet. */
export async function sequencesOf(client: Client): Promise<Record<string, number | null>> {
  const { rows } = await client.query<{ name: string; last: string | null }>(
    `select format('%I.%I', schemaname, sequencename) as name, last_value as last from pg_sequences where schemaname = any($1)
     order by 1`,
    [storageNames],
  );
  return Object.fromEntries(rows.map(({ name, last }) => [name, last === null ? null : Number(last)]));
}

/** The migrations that each schema has been through. */
export async function migrationsOf(client: Client): Promise<Record<string, readonly string[]>> {
  const all: Record<string, readonly string[]> = {};
  for (const schema of storageNames) {
    const { rows } = await client.query<{ name: string }>(`select name from ${schema}.${migrationTable} order by id`);
    all[schema] = rows.map(({ name }) => name);
  }
  return all;
}
