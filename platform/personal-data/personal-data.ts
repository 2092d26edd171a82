/** A table with rows about a data subject, which one column names: by its identifier, or by something else that is of the data subject. */
export interface SubjectTable {
  readonly table: string;
  readonly column: string;
  /** SQL that gives what the column holds instead, for the data subject $1, such as its holds. */
  readonly through?: string;
  /** What stands there, for who asks what is held. */
  readonly holds: string;
  /** Rows go; or stay because something else counts on them, with these columns emptied so that they lead to nobody. */
  readonly erasure: 'remove' | { readonly empty: readonly string[] };
}

/** A column of JSON that may name a data subject somewhere inside: such rows go with it. */
export interface SubjectMention {
  readonly table: string;
  readonly column: string;
  /** SQL that gives what else of the data subject $1 may be named, such as its consents. */
  readonly through?: string;
  readonly holds: string;
}

/** Where one schema knows data subjects. A test over the catalogue finds what is missing here. */
export interface PersonalData {
  /** In the order in which they may be removed: who refers to others comes first. */
  readonly tables: readonly SubjectTable[];
  readonly mentions: readonly SubjectMention[];
}

/**
 * The function that removes all that a schema knows of one data subject, in the transaction of who calls it, and gives the number of rows
 * for each table. Made of the list above whenever the schema is brought up to date; nobody but the owner may call it.
 */
export function removalStatements(schema: string, { tables, mentions }: PersonalData): string[] {
  const steps = [
    // first, while it is still known what belongs to the data subject
    ...mentions.map((mention) => [mention.table, `delete from ${mention.table} where ${mentionOf(mention)}`] as const),
    ...tables.map((known) => [known.table, removal(known)] as const),
  ];
  return [
    `create or replace function ${schema}.remove_subject(subject uuid) returns jsonb language plpgsql set search_path = ${schema}, public, pg_temp as $$
     declare removed jsonb := '{}'; counted bigint;
     begin
       ${steps.map(([table, sql]) => `${sql}; get diagnostics counted = row_count; removed := removed || jsonb_build_object('${table}', counted);`).join('\n       ')}
       return removed;
     end $$`,
    `revoke all on function ${schema}.remove_subject(uuid) from public`,
  ];
}

/** Which rows of a table are about the data subject $1. */
export function conditionOf({ column, through }: SubjectTable): string {
  return through === undefined ? `${column} = $1` : `${column} in (${through})`;
}

/** Which rows of a table name the data subject $1, or something of it. */
export function mentionOf({ column, through }: SubjectMention): string {
  const named = (id: string): string => `${column}::text like '%' || ${id} || '%'`;
  if (through === undefined) return named('$1::uuid');
  return `(${named('$1::uuid')} or exists (select from (${through}) as known (id) where ${named('known.id')}))`;
}

function removal(known: SubjectTable): string {
  const { table, erasure } = known;
  if (erasure === 'remove') return `delete from ${table} where ${conditionOf(known)}`;
  return `update ${table} set ${erasure.empty.map((name) => `${name} = null`).join(', ')} where ${conditionOf(known)}`;
}
