import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A function that looks as the owner is run by the login role of its schema alone, as everywhere else. */
export class Presence1700000000003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('revoke all on function is_present(uuid) from public');
    await runner.query('grant execute on function is_present(uuid) to thuisbasis_people');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('revoke all on function is_present(uuid) from thuisbasis_people');
    await runner.query('grant execute on function is_present(uuid) to public');
  }
}
