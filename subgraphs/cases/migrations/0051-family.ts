import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addableFor, readableByAll, readOnlyFor, removableFor } from '../../../platform/database/row-security.sql.js';

const schoolKinds = `'CHILDCARE','PRIMARY','SPECIAL_PRIMARY','SECONDARY','PRACTICAL','SPECIAL','SECONDARY_SPECIAL','VOCATIONAL','HIGHER','EXEMPTED','NONE'`;

/** What kind of school a child goes to, never which; and the one professional who directs the help for the whole family. */
const columns = [
  `alter table case_file add column school_kind text check (school_kind in (${schoolKinds})), add column process_director_id uuid`,
  'grant update (school_kind, process_director_id) on case_file to thuisbasis_cases',
];

/** Children of one family, each link in both directions. */
const sibling = `
  create table case_sibling (
    case_id uuid not null references case_file on delete cascade,
    sibling_id uuid not null references case_file on delete cascade,
    linked_at timestamptz(3) not null default hub_now(),
    primary key (case_id, sibling_id),
    check (case_id <> sibling_id)
  )`;

/** Where a sibling lives may lead to a child who must not be found: a link of a restricted case is for its owner's people. */
const ofSeen = (column: string): string => `exists (select from case_file f where f.id = case_sibling.${column}
  and (not f.is_restricted or f.owner_organisation_id = (select public.hub_organisation_as('case-owner'))))`;
const ofBoth = `${ofSeen('case_id')} and ${ofSeen('sibling_id')}`;

const rights = [
  ...readOnlyFor('case_sibling', ofBoth),
  addableFor('case_sibling', ofBoth),
  removableFor('case_sibling', ofBoth),
  'revoke update, truncate on case_sibling from thuisbasis_cases',
];

/** What of its family and its school a case knows besides. */
export class Family1700000000051 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const index = 'create index case_sibling_sibling on case_sibling (sibling_id)';
    for (const statement of [...columns, sibling, index, ...rights]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of readableByAll('case_sibling')) await runner.query(statement);
    await runner.query('drop table case_sibling');
    await runner.query('alter table case_file drop column school_kind, drop column process_director_id');
  }
}
