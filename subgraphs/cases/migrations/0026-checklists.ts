import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addableFor, changeableFor, readableByAll, readOnlyFor } from '../../../platform/database/row-security.sql.js';

const checklist = `
  create table checklist (
    case_id uuid primary key references case_file on delete cascade,
    version integer not null default 0 check (version >= 0),
    state text not null default 'OPEN' check (state in ('OPEN','COMPLETE')),
    is_consultation_held boolean,
    is_ret_discussed boolean,
    family_form_reason text check (family_form_reason in ('UNSAFE_FOR_CHILD','UNSAFE_FOR_FAMILY','TREATMENT_NEEDED','REPEATED_BREAKDOWN',
      'YOUTH_DECLINES','JUDGE_DECIDED')),
    completed_at timestamptz(3),
    check ((state = 'COMPLETE') = (completed_at is not null))
  )`;

const alternative = `
  create table checklist_alternative (
    case_id uuid not null references checklist on delete cascade,
    rung text not null check (rung in ('LOCAL_TEAM','COMMUNITY_SUPPORT','MENTOR_JIM','AMBULATORY','INTENSIVE_AMBULATORY','DAY_TREATMENT',
      'PART_TIME_RESPITE','KINSHIP_FOSTER','FOSTER','FAMILY_HOME','SMALL_SCALE','RESIDENTIAL_GROUP')),
    verdict text not null check (verdict in ('TRIED','NOT_SUITABLE','NO_CAPACITY')),
    reason text check (reason in ('UNSAFE','TOO_LIGHT','WRONG_AGE','NO_NETWORK','YOUTH_DECLINES','PARENTS_DECLINE','JUDGE_DECIDED','OTHER')),
    primary key (case_id, rung),
    check ((verdict = 'NOT_SUITABLE') = (reason is not null))
  )`;

const tables = ['checklist', 'checklist_alternative'];
const ofOwnCase = (table: string): string => `exists (select from case_file f where f.id = ${table}.case_id
  and (f.region = (select public.hub_region_as('care-broker')) or f.owner_organisation_id = (select public.hub_organisation_as('case-owner'))))`;

const policies = tables.flatMap((table) => [
  ...readOnlyFor(table, ofOwnCase(table)),
  addableFor(table, ofOwnCase(table)),
  changeableFor(table, ofOwnCase(table)),
]);

const grants = tables.map((table) => `revoke delete, truncate on ${table} from thuisbasis_cases`);

/** What is weighed before a place in a group is sought. */
export class Checklists1700000000026 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [checklist, alternative, ...policies, ...grants]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of tables.flatMap(readableByAll)) await runner.query(statement);
    await runner.query('drop table checklist_alternative, checklist');
  }
}
