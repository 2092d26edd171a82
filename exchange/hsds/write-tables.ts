import { open, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { stringify } from 'csv-stringify/sync';
import { harmless } from '../harmless.js';
import type { TypedHsds } from './hsds-objects.js';
import { hsdsTables, rowsOf, type HsdsTable, type TableRow } from './hsds-tables.js';

/** How much text of a table waits before it is written. */
const chunk = 64_000;

/** Writes objects as CSV (RFC 4180), a file for each table, in a folder. */
export async function writeTables(folder: string, objects: AsyncIterable<TypedHsds>): Promise<void> {
  const tables = new Map<string, TableFile>();
  try {
    for (const table of hsdsTables) tables.set(table.name, await openTable(folder, table));
    const terms = new Set<unknown>();
    for await (const object of objects) {
      for (const { table, row } of rowsOf(object).filter((one) => isFirst(one, terms)))
        await tables.get(table)?.add(row);
    }
  } finally {
    for (const table of tables.values()) await table.close();
  }
}

/** A taxonomy term comes with every attribute that uses it, and stands in its table once. */
function isFirst({ table, row }: TableRow, terms: Set<unknown>): boolean {
  if (table !== 'taxonomy_term') return true;
  const { id } = row as { id: string };
  return terms.size !== terms.add(id).size;
}

interface TableFile {
  add(row: object): Promise<void>;
  close(): Promise<void>;
}

async function openTable(folder: string, { path, fields }: HsdsTable): Promise<TableFile> {
  const file: FileHandle = await open(join(folder, path), 'wx');
  const columns = fields.map(({ name }) => name);
  let waiting = stringify([columns]);
  const flush = async (): Promise<void> => {
    await file.write(waiting);
    waiting = '';
  };
  return {
    async add(row) {
      waiting += stringify([row], {
        columns,
        cast: { string: (value, { column }) => (column === 'number' ? value : harmless(value)) },
      });
      if (waiting.length > chunk) await flush();
    },
    async close() {
      await flush();
      await file.close();
    },
  };
}
