import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which case something was written of, and nothing else. */
const told = `insert into cases.outbox (kind, data)
  select distinct 'case.noted', jsonb_build_object('caseId', case_id) from written where case_id is not null`;

/** What people write of a case beside its own facts, and how it comes to be written. */
const tables = {
  need: ['insert', 'update'],
  consent: ['insert', 'update'],
  judgement: ['insert'],
  checklist: ['insert', 'update'],
  mentor: ['insert', 'update'],
  round_table: ['insert', 'update'],
} as const;

const triggers = Object.entries(tables).flatMap(([table, ways]) =>
  ways.map(
    (way) => `create trigger ${table}_${way}_noted after ${way} on ${table} referencing new table as written
      for each statement execute function tell_of_work()`,
  ),
);

/** A screen that shows a case hears when somebody else wrote of it what is sought, agreed, thought of options, answered in the checklist or talked about. */
export class WorkTold1700000000060 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `create function tell_of_work() returns trigger language plpgsql as $$ begin ${told}; return null; end $$`,
    );
    for (const trigger of triggers) await runner.query(trigger);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function tell_of_work cascade');
  }
}
