import { Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { stringify } from 'csv-stringify';
import type { Client } from 'pg';
import { isUuid } from '../../platform/input/identifiers.js';
import { instantText } from '../../platform/paging/instant.js';
import { WrongWords } from '../commands/run-command.js';
import { withClient } from '../database/client.js';

/** What following the seals of the audit found. */
export interface Chain {
  /** Of whom it is the audit. */
  readonly schema: string;
  readonly sealed: number;
  /** Number of the first seal that does not fit what it seals; null when all do. */
  readonly brokenAt: number | null;
  /** Accesses older than a minute that were never sealed. */
  readonly unsealed: number;
  /** Hash of the newest seal, hexadecimal: whoever keeps it elsewhere can prove later that nothing before it was changed. */
  readonly head: string;
}

/** One access as the privacy officer reads it. Identifiers only. */
export type Access = Readonly<Record<string, string | boolean | Date | string[] | null>>;

export interface AccessSelection {
  readonly object?: string | undefined;
  readonly user?: string | undefined;
}

/** Whoever keeps an audit is verified and exported: nobody has to be added to a list. */
export const auditedSchemasSql = `
  select relnamespace::regnamespace::text as schema from pg_class where relname = 'audit_event' and relkind = 'r' order by 1`;

/** The chain of each schema that keeps an audit, by name. */
export async function verifyAudit(ownerUrl: string): Promise<Chain[]> {
  return withClient(ownerUrl, async (client) => {
    const chains: Chain[] = [];
    for (const schema of await auditedSchemas(client)) chains.push(await verifyChain(client, schema));
    return chains;
  });
}

async function auditedSchemas(client: Client): Promise<string[]> {
  const { rows } = await client.query<{ schema: string }>(auditedSchemasSql);
  return rows.map(({ schema }) => schema);
}

async function verifyChain(client: Client, schema: string): Promise<Chain> {
  const { rows } = await client.query<{ sealed: string; brokenAt: string | null; unsealed: string; head: string }>(
    `select sealed, broken_at as "brokenAt", unsealed, head from ${client.escapeIdentifier(schema)}.verify_audit()`,
  );
  const [row] = rows;
  if (!row) throw new Error('the check gives one row');
  const brokenAt = row.brokenAt === null ? null : Number(row.brokenAt);
  return { schema, sealed: Number(row.sealed), brokenAt, unsealed: Number(row.unsealed), head: row.head };
}

export function describeChain({ schema, ...chain }: Chain): string {
  return `${schema}: ${stateOf(chain)}`;
}

function stateOf({ sealed, brokenAt, unsealed, head }: Omit<Chain, 'schema'>): string {
  if (brokenAt !== null) return `the chain is broken at seal ${brokenAt} of ${sealed}.`;
  if (unsealed > 0) return `${unsealed} accesses older than a minute were never sealed; the ${sealed} seals hold.`;
  return sealed === 0 ? 'nothing was sealed yet.' : `all ${sealed} seals hold. The newest is ${head}.`;
}

const pageSize = 1_000;

/** The accesses that fit, the newest first, read page by page. Throws WrongWords for an object that is no identifier. */
export async function* findAccesses(ownerUrl: string, { object, user }: AccessSelection): AsyncGenerator<Access> {
  if (object !== undefined && !isUuid(object))
    throw new WrongWords('--object must be the identifier of a case or professional.');
  let last: readonly [string | null, string | null] = [null, null];
  const sql = accessPage(await withClient(ownerUrl, auditedSchemas));
  for (;;) {
    const page = await withClient(ownerUrl, (client) =>
      client.query<Access & { id: string; position: string }>(sql, [object ?? null, user ?? null, ...last, pageSize]),
    );
    yield* page.rows;
    const end = page.rows.at(-1);
    if (!end || page.rows.length < pageSize) return;
    last = [end.position, end.id];
  }
}

/** One page of the accesses of every schema, each read by its own index. */
function accessPage(schemas: readonly string[]): string {
  return `${schemas.map((schema) => `(${accessesOf(schema)})`).join(' union all ')} order by occurred_at desc, id desc limit $5`;
}

const accessesOf = (schema: string): string => `
  select e.id, ${instantText('e.occurred_at')} as position, e.occurred_at, e.user_id, e.user_roles, e.responsible_user_id, e.organisation_id,
    e.access_point, e.purpose, e.event_code, e.outcome, e.object_type, e.object_ids, e.search_name, e.search_hash, e.check_consent,
    e.consent_profile, e.check_break_glass, e.authorisation_protocol, e.source_id, e.trace_id, s.number as seal
  from ${schema}.audit_event e left join ${schema}.audit_seal s on s.event_id = e.id
  where ($1::uuid is null or e.object_ids @> array[$1::uuid]) and ($2::text is null or e.user_id = $2)
    and ($3::timestamptz is null or (e.occurred_at, e.id) < ($3, $4::uuid))
  order by e.occurred_at desc, e.id desc limit $5`;

/** Writes accesses as CSV with a heading; a cell that a spreadsheet would take for a formula is kept from being one. */
export async function writeAccesses(accesses: AsyncIterable<Access>, output: Writable): Promise<void> {
  const csv = Readable.from(asCells(accesses)).pipe(
    stringify({ header: true, columns: [...columns], escape_formulas: true }),
  );
  await pipeline(csv, output, { end: false });
}

const columns = [
  'occurred_at',
  'user_id',
  'user_roles',
  'responsible_user_id',
  'organisation_id',
  'access_point',
  'purpose',
  'event_code',
  'outcome',
  'object_type',
  'object_ids',
  'search_name',
  'search_hash',
  'check_consent',
  'consent_profile',
  'check_break_glass',
  'authorisation_protocol',
  'source_id',
  'trace_id',
  'seal',
] as const;

async function* asCells(accesses: AsyncIterable<Access>): AsyncGenerator<Record<string, string>> {
  for await (const access of accesses) yield Object.fromEntries(columns.map((name) => [name, cell(access[name])]));
}

function cell(value: Access[string] | undefined): string {
  if (value instanceof Date) return value.toISOString();
  return Array.isArray(value) ? value.join(' ') : String(value ?? '');
}
