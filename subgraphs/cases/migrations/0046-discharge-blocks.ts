import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addableFor, changeableFor, readableByAll, readOnlyFor } from '../../../platform/database/row-security.sql.js';

/** Why a placement is not left that could be left: one reason at a time. The end of the placement ends it too. */
const dischargeBlock = `
  create table discharge_block (
    id uuid primary key default gen_random_uuid(),
    placement_id uuid not null references placement on delete cascade,
    reason text not null check (reason in ('HOUSING','NO_LIGHTER_PLACE','HELP_AT_HOME','HOME_NOT_READY','DECISION_AWAITED','SCHOOL','FINANCING',
      'ADULT_CARE','OTHER')),
    since_on date not null,
    lifted_on date check (lifted_on >= since_on),
    recorded_at timestamptz(3) not null default hub_now(),
    lifted_at timestamptz(3),
    check ((lifted_on is null) = (lifted_at is null))
  )`;

const indexes = [
  'create index discharge_block_placement on discharge_block (placement_id, since_on) include (lifted_on)',
  'create unique index discharge_block_one on discharge_block (placement_id) where lifted_on is null',
];

const ofSeenPlacement = 'exists (select from placement p where p.id = discharge_block.placement_id)';
/** By its owner, and by the brokers of its region unless it is restricted. */
const ofWorkable = `exists (select from placement p join case_file f on f.id = p.case_id where p.id = discharge_block.placement_id
  and (f.owner_organisation_id = (select public.hub_organisation_as('case-owner'))
    or (f.region = (select public.hub_region_as('care-broker')) and not f.is_restricted)))`;

const rights = [
  ...readOnlyFor('discharge_block', ofSeenPlacement),
  addableFor('discharge_block', `lifted_on is null and ${ofWorkable}`),
  changeableFor('discharge_block', `lifted_on is null and ${ofWorkable}`, ofWorkable),
  'revoke update, delete, truncate on discharge_block from thuisbasis_cases',
  'grant update (lifted_on, lifted_at) on discharge_block to thuisbasis_cases',
];

/** What stands in the way of leaving a placement. */
export class DischargeBlocks1700000000046 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [dischargeBlock, ...indexes, ...rights]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of readableByAll('discharge_block')) await runner.query(statement);
    await runner.query('drop table discharge_block');
  }
}
