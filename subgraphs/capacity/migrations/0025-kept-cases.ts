import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A case for which a place is taken is not forgotten before that is decided, and for one that was forgotten meanwhile no place is taken: who
 * asked begins again, and then it is not there. A stable function looks as of the beginning of the statement, the trigger as of now.
 */
const functions = [
  `create function knows_case(subject uuid) returns boolean language sql stable set search_path = capacity, pg_temp
   as $$ select exists (select from case_projection where id = subject) $$`,
  `create function keep_case() returns trigger language plpgsql security definer set search_path = capacity, pg_temp
   as $$
   begin
     perform from case_projection where id = new.case_id for key share;
     if not found then raise exception 'the case was forgotten' using errcode = 'serialization_failure'; end if;
     return new;
   end $$`,
  'revoke all on function keep_case() from public',
];

const tables = ['hold_case', 'waitlist_case'];

/** While a case is erased nobody takes a place for it. */
export class KeptCases1700000000025 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of functions) await runner.query(statement);
    for (const table of tables)
      await runner.query(
        `create trigger ${table}_keeps before insert on ${table} for each row when (knows_case(new.case_id)) execute function keep_case()`,
      );
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of tables) await runner.query(`drop trigger ${table}_keeps on ${table}`);
    await runner.query('drop function keep_case, knows_case');
  }
}
