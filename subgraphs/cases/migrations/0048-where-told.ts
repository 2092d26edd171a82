import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What others may know of a case, as since migration 3, and in which municipality the child lives: a code, by which duos are counted. */
const told = (row: string, withWhere: boolean): string => `
  insert into cases.outbox (kind, organisation_id, region, data)
  select 'case.changed', c.owner_organisation_id, c.region, jsonb_build_object('caseId', c.id, 'ownerOrganisationId', c.owner_organisation_id,
    'region', c.region, 'status', c.status, 'isRestricted', c.is_restricted${withWhere ? `, 'municipalityCode', c.municipality_code` : ''})
  from ${row} c`;

const telling = (withWhere: boolean): string[] => [
  `create or replace function tell_of_cases() returns trigger language plpgsql as $$ begin ${told('changed', withWhere)}; return null; end $$`,
  `create or replace function tell_of_changes() returns trigger language plpgsql as $$ begin ${told(
    `(select n.* from changed n join former o on o.id = n.id
      where (n.owner_organisation_id, n.region, n.status, n.is_restricted${withWhere ? ', n.municipality_code' : ''})
        is distinct from (o.owner_organisation_id, o.region, o.status, o.is_restricted${withWhere ? ', o.municipality_code' : ''}))`,
    withWhere,
  )}; return null; end $$`,
];

/** Tells where children live; of those that are there already once more. */
export class WhereTold1700000000048 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of telling(true)) await runner.query(statement);
    await runner.query(told('cases.case_file', true));
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of telling(false)) await runner.query(statement);
  }
}
