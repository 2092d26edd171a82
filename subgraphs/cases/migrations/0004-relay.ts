import type { MigrationInterface, QueryRunner } from 'typeorm';
import { outboxTroubleTable } from '../../../platform/outbox/outbox.sql.js';

/** What the relay could not hand over. */
export class Relay1700000000004 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(outboxTroubleTable);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table outbox_trouble');
  }
}
