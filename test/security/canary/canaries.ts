import type { Client } from 'pg';
import { storageNames } from '../../../infra/subgraphs.js';
import { canary } from '../malformed/hostile.js';

/** Columns of text, JSON and bytes that no list of codes limits and that follow from no other, in the order of their names. */
const freeColumns = `
  select format('%s.%s.%s', n.nspname, c.relname, a.attname) as name from pg_attribute a
  join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
  where n.nspname = any($1) and c.relkind in ('r','p') and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    and a.atttypid in ('text'::regtype, 'text[]'::regtype, 'varchar'::regtype, 'jsonb'::regtype, 'json'::regtype, 'bytea'::regtype)
    and not exists (select from pg_constraint k where k.conrelid = c.oid and k.contype = 'c' and a.attnum = any(k.conkey)
      and pg_get_constraintdef(k.oid) ~ (a.attname || '\\)?(::text)? = ANY|' || a.attname || ' <@ |is_code_list\\(' || a.attname || ','))
  order by 1`;

export async function freeColumnsOf(client: Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(freeColumns, [storageNames]);
  return rows.map(({ name }) => name);
}

const serial = `lpad((abs(hashtext(ctid::text)) % 1000000)::text, 6, '0')`;

/** What a column may hold by its own rules: the first that fits is written. Each is found again by its text. */
const shapes: readonly string[] = [
  `'${canary}' || ${serial}`,
  `'${canary.toLowerCase()}' || ${serial} || '@kanarie.example'`,
  `'https://${canary.toLowerCase()}.example/' || ${serial}`,
  `jsonb_build_object('keys', jsonb_build_array(), '${canary}', ${serial})`,
  `convert_to('${canary}' || ${serial}, 'UTF8')`,
  `'+3197' || ${serial} || '001'`,
  `'ZQ-97-' || ${serial}`,
  `'ZQ7K-' || right(${serial}, 4)`,
  `'97' || ${serial} || '001'`,
  `'9173'`,
  // a telephone number or an address, as another column says
  `case kind when 'PHONE' then '+3197' || ${serial} || '001' else '${canary.toLowerCase()}' || ${serial} || '@kanarie.example' end`,
];

/** Writes a canary into every row of a column; gives false when its rules take none. */
export async function putCanaries(client: Client, column: string): Promise<boolean> {
  const [schema, table, name] = column.split('.');
  for (const shape of shapes) {
    const sql = `update ${schema}.${table} set ${name} = ${shape} where ${name} is not null`;
    await client.query('savepoint shape');
    const isTaken = await client.query(sql).then(
      () => true,
      () => false,
    );
    await client.query(isTaken ? 'release savepoint shape' : 'rollback to savepoint shape');
    if (isTaken) return true;
  }
  return false;
}

const shortest = 8;

/** Every value that a column holds now, long enough to be known again. */
export async function valuesOf(client: Client, column: string): Promise<string[]> {
  const [schema, table, name] = column.split('.');
  const { rows } = await client.query<{ value: string }>(
    `select distinct ${name}::text as value from ${schema}.${table} where length(${name}::text) >= ${shortest}`,
  );
  return rows.map(({ value }) => value);
}
