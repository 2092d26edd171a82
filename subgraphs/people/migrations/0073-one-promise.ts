import type { MigrationInterface, QueryRunner } from 'typeorm';

const followed = [
  `create function follow_asking() returns trigger language plpgsql as
   $$ begin new.due_at := new.asked_at + interval '48 hours'; return new; end $$`,
  `create trigger network_request_due before insert on network_request for each row when (new.due_at is null)
   execute function follow_asking()`,
  'alter table network_request alter column due_at drop default',
];

/** Somebody calls back within 48 hours of the asking, not of a moment later at which the clock was read again. */
export class OnePromise1700000000073 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of followed) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table network_request alter column due_at set default hub_now() + interval '48 hours'`);
    await runner.query('drop trigger network_request_due on network_request');
    await runner.query('drop function follow_asking');
  }
}
