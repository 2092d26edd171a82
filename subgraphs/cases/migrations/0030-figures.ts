import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is counted of placements lies in the indexes themselves, with what row level security asks of it: counting a year reads no rows. */
const indexes = {
  placement_began: `on placement (region, started_at) include (rung, previous_rung, is_secondary, municipality_code, case_id)`,
  placement_ended: `on placement (region, ended_at) include (rung, end_reason, is_secondary, municipality_code, case_id, started_at)`,
  placement_residential: `on placement (region, ended_at) include (started_at, birth_year, is_secondary, case_id)
    where rung in ('RESIDENTIAL_GROUP','SECURE')`,
  placement_foster: `on placement (case_id, started_at) include (region) where rung in ('KINSHIP_FOSTER','FOSTER')`,
};

/** Indexes for the figures of the dashboards. */
export class Figures1700000000030 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const [name, columns] of Object.entries(indexes)) await runner.query(`create index ${name} ${columns}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const name of Object.keys(indexes)) await runner.query(`drop index ${name}`);
  }
}
