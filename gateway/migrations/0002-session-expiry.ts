import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Sessions are forgotten by the hour without a request, not by their end at the latest: the index is for what is asked. */
export class SessionExpiry1700000000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('create index person_session_expiry on person_session (idle_until)');
    await runner.query('drop index person_session_end');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('create index person_session_end on person_session (ends_at)');
    await runner.query('drop index person_session_expiry');
  }
}
