import type { MigrationInterface, QueryRunner } from 'typeorm';
import { readableByAll, readOnlyFor } from '../../../platform/database/row-security.sql.js';

const postcode = (column: string): string => `${column} text check (${column} ~ '^[1-9][0-9]{3}$')`;

/** What could lead somebody to the child stands by itself: row level security knows rows, not columns. */
const casePlace = `
  create table case_place (
    case_id uuid primary key references case_file on delete cascade,
    ${postcode('postcode4')},
    ${postcode('near_postcode4')},
    ${postcode('school_postcode4')}
  )`;

const moved = [
  `insert into case_place select f.id, f.postcode4, n.near_postcode4, n.school_postcode4 from case_file f left join need n on n.case_id = f.id`,
  'alter table case_file drop column postcode4',
  'alter table need drop column near_postcode4, drop column school_postcode4',
];

const movedBack = [
  `alter table case_file add column ${postcode('postcode4')}`,
  `alter table need add column ${postcode('near_postcode4')}, add column ${postcode('school_postcode4')}`,
  'update case_file f set postcode4 = p.postcode4 from case_place p where p.case_id = f.id',
  `update need n set near_postcode4 = p.near_postcode4, school_postcode4 = p.school_postcode4 from case_place p where p.case_id = n.case_id`,
];

/** As far as the case itself is seen; of a restricted case by the owner's people only. */
const policies = readOnlyFor(
  'case_place',
  `exists (select from case_file f where f.id = case_place.case_id
     and (not f.is_restricted or f.owner_organisation_id = (select public.hub_organisation_as('case-owner'))))`,
);

/** The postcodes of a child, apart from the case and its need, so that the database itself keeps those of a restricted case. */
export class Places1700000000008 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [casePlace, ...moved, ...policies]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of [...readableByAll('case_place'), ...movedBack]) await runner.query(statement);
    await runner.query('drop table case_place');
  }
}
