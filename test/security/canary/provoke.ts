import type { Client } from 'pg';
import { storageNames } from '../../../infra/subgraphs.js';
import { canary } from '../malformed/hostile.js';

/** Refuses every row that somebody would write, in words that quote all of it. */
const quoteRow = `create function public.quote_row() returns trigger language plpgsql as
  $$ begin raise exception '${canary} %', new using detail = new::text, hint = '${canary}'; end $$`;

/** The clock of the database, which most questions ask: now and then it fails, in words that no log may hold. */
const unsteadyClock = `create or replace function public.hub_now() returns timestamptz language plpgsql stable as
  $$ begin if random() < 0.2 then raise exception '${canary}'; end if; return clock_timestamp(); end $$`;

/** Makes the database fail in words. */
export async function provokeErrors(client: Client): Promise<void> {
  await client.query(quoteRow);
  const { rows } = await client.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname = any($1)
     and tablename not in ('migration', 'audit_event', 'audit_seal', 'audit_pending', 'idempotency_key')`,
    [storageNames],
  );
  for (const { name } of rows)
    await client.query(
      `create trigger a_quotes before insert or update on ${name} for each row execute function public.quote_row()`,
    );
  for (const table of ['people.expertise', 'capacity.postcode_area'])
    await client.query(`alter table ${table} rename to ${table.split('.')[1] ?? ''}_away`);
  await client.query(unsteadyClock);
}
