import type { MigrationInterface, QueryRunner } from 'typeorm';
import { availabilityFunction } from './availability.sql.js';

/** Availability reads the holds of an offer that had not ended at an instant, now or then, and no others. */
export class UnendedHolds1700000000011 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create index hold_unended on hold (offer_id, (coalesce(ended_at, 'infinity'::timestamptz)))`);
    await runner.query(availabilityFunction);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index hold_unended');
  }
}
