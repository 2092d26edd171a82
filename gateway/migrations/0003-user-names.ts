import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Users are named by issuer and subject: who is signed in without an issuer signs in again. */
export class UserNames1700000000003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('delete from person_session');
    await this.replaceCheck(runner, `subject ~ '^[^#]+#.' and length(subject) <= 2000`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('delete from person_session');
    await this.replaceCheck(runner, `subject <> '' and length(subject) <= 200`);
  }

  private async replaceCheck(runner: QueryRunner, check: string): Promise<void> {
    await runner.query('alter table person_session drop constraint person_session_subject_check');
    await runner.query(`alter table person_session add constraint person_session_subject_check check (${check})`);
  }
}
