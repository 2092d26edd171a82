import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who somebody that is signed in is among the professionals of the hub. */
export class Professionals1700000000022 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table person_session add column professional_id uuid');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table person_session drop column professional_id');
  }
}
