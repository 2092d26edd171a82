import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When somebody who is signed in last showed a second factor. */
export class SecondFactor1700000000005 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table person_session add column second_factor_at timestamptz');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table person_session drop column second_factor_at');
  }
}
