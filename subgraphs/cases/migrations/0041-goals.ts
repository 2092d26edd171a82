import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addableFor, changeableFor, readableByAll, readOnlyFor } from '../../../platform/database/row-security.sql.js';

const goal = `
  create table goal (
    region text not null,
    year integer not null check (year between 2000 and 2100),
    measure text not null check (measure in ('OUT_OF_HOME_PREVENTED','RESIDENTIAL_UNDER_12','MENTORS','INTENSIVE_AMBULATORY','CASE_WEEK_UNDER_12',
      'RET_THREATENED','CHECKLIST_USED','NORMAL_PLACES','BREAKDOWN_PREVENTED')),
    operator text not null check (operator in ('AT_LEAST','AT_MOST','LESS_THAN_BASELINE_BY')),
    target integer check (target between 0 and 100000),
    baseline integer check (baseline between 0 and 100000),
    primary key (region, year, measure)
  )`;

const own = `region = (select public.hub_region_as('care-broker'))`;

/** What regions agree to reach in a year. */
export class Goals1700000000041 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [goal, ...readOnlyFor('goal', own), addableFor('goal', own), changeableFor('goal', own)])
      await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of readableByAll('goal')) await runner.query(statement);
    await runner.query('drop table goal');
  }
}
