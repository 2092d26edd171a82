import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The clock moves on between the two defaults of one row: an end that came a thousandth of a second after its hour was refused, and with it the
 * opening. The end follows from the beginning.
 */
const followed = [
  `create function follow_opening() returns trigger language plpgsql as
   $$ begin new.ends_at := new.opened_at + interval '60 minutes'; return new; end $$`,
  'create trigger break_glass_ends before insert on break_glass for each row execute function follow_opening()',
  'alter table break_glass alter column ends_at drop default',
];

/** An emergency access lasts one hour from the moment at which it began. */
export class OneHour1700000000025 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of followed) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table break_glass alter column ends_at set default hub_now() + interval '60 minutes'`);
    await runner.query('drop trigger break_glass_ends on break_glass');
    await runner.query('drop function follow_opening');
  }
}
