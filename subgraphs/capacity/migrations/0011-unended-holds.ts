import type { MigrationInterface, QueryRunner } from 'typeorm';
import { availabilityFunction } from './availability.sql.js';

/**
 * Availability reads the holds of an offer that had not ended at an instant, now or then, and no others. Holds are listed newest first,
 * by the region that their case is in now.
 */
export class UnendedHolds1700000000011 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create index hold_unended on hold (offer_id, (coalesce(ended_at, 'infinity'::timestamptz)))`);
    await runner.query('create index hold_newest on hold (created_at desc, id desc)');
    await runner.query('create index case_projection_region on case_projection (region)');
    await runner.query('drop index hold_region');
    await runner.query(availabilityFunction);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('create index hold_region on hold (region, created_at desc, id desc)');
    await runner.query('drop index case_projection_region, hold_newest, hold_unended');
  }
}
