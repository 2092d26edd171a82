import type { MigrationInterface, QueryRunner } from 'typeorm';
import { forgettingStatements, outboxTroubleTable } from '../../../platform/outbox/outbox.sql.js';

/** What the relay could not hand over, and how old events are forgotten. */
export class Relay1700000000004 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [outboxTroubleTable, ...forgettingStatements('cases')]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function forget_events');
    await runner.query('drop table outbox_forgotten, outbox_trouble');
  }
}
