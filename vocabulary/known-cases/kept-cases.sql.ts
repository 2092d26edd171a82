/**
 * A case for which something is taken is not forgotten before that is decided, and for one that was forgotten meanwhile nothing is taken: who
 * asked begins again, and then it is not there. A stable function looks as of the beginning of the statement, the trigger as of now.
 */
export function keepCases(schema: string, tables: readonly string[]): readonly string[] {
  return [
    `create function knows_case(subject uuid) returns boolean language sql stable set search_path = ${schema}, pg_temp
   as $$ select exists (select from case_projection where id = subject) $$`,
    `create function keep_case() returns trigger language plpgsql security definer set search_path = ${schema}, pg_temp
   as $$
   begin
     perform from case_projection where id = new.case_id for key share;
     if not found then raise exception 'the case was forgotten' using errcode = 'serialization_failure'; end if;
     return new;
   end $$`,
    'revoke all on function keep_case() from public',
    ...tables.map(
      (table) =>
        `create trigger ${table}_keeps before insert on ${table} for each row when (knows_case(new.case_id)) execute function keep_case()`,
    ),
  ];
}

/** Undoes `keepCases`. */
export function keepNoCases(tables: readonly string[]): readonly string[] {
  return [...tables.map((table) => `drop trigger ${table}_keeps on ${table}`), 'drop function keep_case, knows_case'];
}
