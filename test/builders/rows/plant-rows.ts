import type { DataSource } from '../../../platform/database/database.js';

/** Writes rows of one shape into a table, by the names of its columns; the other columns get what is usual. */
export async function plantRows(owner: DataSource, table: string, rows: readonly object[]): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const columns = Object.keys(first).join(', ');
  await owner.query(
    `insert into ${table} (${columns}) select ${columns} from jsonb_populate_recordset(null::${table}, $1)`,
    [JSON.stringify(rows)],
  );
}
