import type { MigrationInterface, QueryRunner } from 'typeorm';

/** However a round table is planned, changes or goes, its event is written with it: which table. Nothing of the child, and nobody who sits there. */
const told = (table: string, kind: string): string =>
  `insert into cases.outbox (kind, data) select 'round-table.' || ${kind}, jsonb_build_object('tableId', ${table}.id)`;

const triggers = [
  `create function tell_of_table() returns trigger language plpgsql as $$ begin
     if tg_op = 'DELETE' then ${told('old', 'tg_argv[0]')}; else ${told('new', 'tg_argv[0]')}; end if;
     return null; end $$`,
  `create trigger round_table_planned after insert on round_table for each row execute function tell_of_table('planned')`,
  `create trigger round_table_changed after update of state, planned_at, participant_ids on round_table for each row
   when ((new.state, new.planned_at, new.participant_ids) is distinct from (old.state, old.planned_at, old.participant_ids))
   execute function tell_of_table('changed')`,
  `create trigger round_table_removed after delete on round_table for each row execute function tell_of_table('removed')`,
];

/** Whoever hands events on looks up when a table is, and who sits there. */
const watched = `create policy round_table_told on round_table for select using ((select public.hub_on_duty('background')))`;

/** Planned round tables are told, so that nobody is thought free who sits at one; those that are planned already are told once. */
export class TablesTold1700000000059 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...triggers, watched]) await runner.query(statement);
    await runner.query(
      `${told('t', `'planned'`)} from cases.round_table t where t.state <> 'CANCELLED' and t.planned_at > public.hub_now() - interval '8 days'`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop policy round_table_told on round_table');
    await runner.query('drop function tell_of_table cascade');
  }
}
