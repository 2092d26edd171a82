import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What callers have spent of their budgets in the current minute, in the form that rate-limiter-flexible reads. Unlogged: a charge waits for no
 * disk, and after a crash everybody begins anew.
 */
const spending = `
  create unlogged table spending (
    key varchar(255) primary key,
    points integer not null,
    expire bigint not null
  )`;

export class Spending1700000000004 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(spending);
    await runner.query('create index spending_expiry on spending (expire)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table spending');
  }
}
