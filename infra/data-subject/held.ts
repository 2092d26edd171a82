import type { EntityManager } from '../../platform/database/database.js';
import { sealedPlace, sealerOf } from '../../platform/secrecy/database-sealer.js';
import { conditionOf, mentionOf, type SubjectTable } from '../../platform/personal-data/personal-data.js';
import { isUuid } from '../../platform/input/identifiers.js';
import { auditedSchemasSql } from '../audit/audit.js';
import { places, sealedColumns, type DataSubject } from './data-subject.js';

/** What one table holds about a data subject. */
export interface Held {
  readonly schema: string;
  readonly table: string;
  readonly holds: string;
  /** The columns that hold something in at least one of the rows. */
  readonly columns: readonly string[];
  readonly rows: readonly Readonly<Record<string, unknown>>[];
}

/** Everything that is held about a data subject, table by table, and who looked. */
export async function findHeld(tx: EntityManager, { caseId }: DataSubject): Promise<Held[]> {
  const held: Held[] = [];
  const ids = new Set([caseId]);
  for (const { schema, data } of places) {
    // what one table is found through is named as its own schema names it
    await tx.query(`set local search_path = ${schema}, public`);
    for (const known of data.tables) {
      held.push(await read(tx, { schema, ...known }, conditionOf(known), caseId));
      for (const id of await idsThrough(tx, known, caseId)) ids.add(id);
    }
    for (const mention of data.mentions) held.push(await read(tx, { schema, ...mention }, mentionOf(mention), caseId));
  }
  const holds = 'who looked, when and why';
  for (const id of held.flatMap(({ rows }) => rows.map((row) => String(row['id'])))) if (isUuid(id)) ids.add(id);
  for (const { schema } of await tx.query<{ schema: string }[]>(auditedSchemasSql)) {
    const looks = await read(tx, { schema, table: 'audit_event', holds }, 'object_ids && $1::uuid[]', [...ids]);
    held.push(ofOneself(looks, ids));
  }
  return held;
}

/** What is of a data subject under an identifier of its own, such as a hold, whether or not a row that is told has it. */
async function idsThrough(tx: EntityManager, { through }: SubjectTable, caseId: string): Promise<string[]> {
  if (through === undefined) return [];
  const found = await tx.query<{ id: string }[]>(`select id from (${through}) as known (id)`, [caseId]);
  return found.map(({ id }) => id);
}

/** A look at a list was a look at others as well: whose they are is not told. */
function ofOneself(accesses: Held, ids: ReadonlySet<string>): Held {
  const rows = accesses.rows.map((row) => ({
    ...row,
    object_ids: (row['object_ids'] as string[]).filter((id) => ids.has(id)),
  }));
  return { ...accesses, rows };
}

type Place = Pick<Held, 'schema' | 'table' | 'holds'>;

async function read(
  tx: EntityManager,
  { schema, table, holds }: Place,
  condition: string,
  value: unknown,
): Promise<Held> {
  const found: { row: Record<string, unknown> }[] = await tx.query(
    `select to_jsonb(t) as row from ${schema}.${table} t where ${condition}`,
    [value],
  );
  const rows = found.map(({ row }) => opened(tx, schema, table, row));
  const columns = Object.keys(rows[0] ?? {}).filter((name) => rows.some((row) => isSaid(row[name])));
  return { schema, table, holds, columns, rows };
}

/** What is kept sealed is told as it was written. */
function opened(tx: EntityManager, schema: string, table: string, row: Record<string, unknown>) {
  const sealed = sealedColumns[schema]?.filter((one) => one.table === table) ?? [];
  const texts = sealed.flatMap(({ column }) => {
    const kept = row[column];
    return typeof kept === 'string' ? [[column, sealerOf(tx).open(sealedPlace(schema, { table, column }), kept)]] : [];
  });
  return { ...row, ...(Object.fromEntries(texts) as Record<string, string>) };
}

function isSaid(value: unknown): boolean {
  return value !== null && !(Array.isArray(value) && value.length === 0);
}

/** What is held, a line for each table; nothing of what it says. */
export function describeHeld({ number, caseId }: DataSubject, held: readonly Held[]): string {
  const lines = held.map(({ schema, table, holds, rows, columns }) => {
    const said = columns.length === 0 ? '' : `\n    ${columns.join(', ')}`;
    return `  ${schema}.${table}: ${rows.length} (${holds})${said}`;
  });
  return [`${number} (${caseId})`, ...lines].join('\n');
}
