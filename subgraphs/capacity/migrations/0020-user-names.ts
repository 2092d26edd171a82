import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Users are named by issuer and subject. Nobody has a bare subject any more, so nobody could turn off the mail that was asked for under one: who
 * wants it asks again.
 */
export class UserNames1700000000020 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const table of ['mail', 'notice_address'])
      await runner.query(`delete from ${table} where position('#' in subject) = 0`);
  }

  async down(): Promise<void> {
    // whose the addresses were is not known any more
  }
}
