import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addableFor, changeableFor, readableByAll, readOnlyFor } from '../../../platform/database/row-security.sql.js';

const referrers = `'LOCAL_ACCESS','CERTIFIED_INSTITUTION','SAFE_HOME','PARENT','CARE_PROVIDER','EDUCATION','OTHER','GP','YOUTH_DOCTOR','SPECIALIST','JUDGE'`;

/** What is allocated of a placement, in the words of iJw, as far as it was told. */
const product = `
  create table placement_product (
    placement_id uuid primary key references placement on delete cascade,
    category text check (category ~ '^[0-9]{2}$'),
    code text check (code ~ '^[^[:space:]]{1,5}$'),
    volume integer check (volume between 0 and 99999999),
    unit text check (unit in ('MINUTE','HOUR','DAY','DAYDEEL','OUTPUT','EURO','EFFORT')),
    frequency text check (frequency in ('PER_DAY','PER_WEEK','PER_MONTH','TOTAL')),
    start_on date,
    end_on date check (end_on >= start_on),
    allocation_number integer check (allocation_number between 0 and 999999999),
    referrer text check (referrer in (${referrers})),
    check (code is null or category is not null),
    check (num_nonnulls(volume, unit, frequency) in (0, 3)),
    check (volume is null or code is not null)
  )`;

/** As a placement is: its owner, and the brokers of its region; a restricted case is worked on by its owner only. */
const seen =
  'exists (select from placement p join case_file f on f.id = p.case_id where p.id = placement_product.placement_id)';
const workable = `exists (select from placement p join case_file f on f.id = p.case_id where p.id = placement_product.placement_id
  and (f.owner_organisation_id = (select public.hub_organisation_as('case-owner'))
    or (f.region = (select public.hub_region_as('care-broker')) and not f.is_restricted)))`;

const rights = [
  ...readOnlyFor('placement_product', seen),
  addableFor('placement_product', workable),
  changeableFor('placement_product', workable),
  'revoke delete, truncate on placement_product from thuisbasis_cases',
];

/** The product that is allocated of a placement, from which messages of iJw are drafted. */
export class Products1700000000050 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [product, ...rights]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of readableByAll('placement_product')) await runner.query(statement);
    await runner.query('drop table placement_product');
  }
}
