import type { MigrationInterface, QueryRunner } from 'typeorm';

/** People hears of cases as well: those that are there already are told once more; who knew them learns nothing new. */
export class PeopleHear1700000000035 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      insert into cases.outbox (kind, organisation_id, region, data)
      select 'case.changed', c.owner_organisation_id, c.region, jsonb_build_object('caseId', c.id, 'ownerOrganisationId', c.owner_organisation_id,
        'region', c.region, 'status', c.status, 'isRestricted', c.is_restricted)
      from cases.case_file c`);
  }

  async down(): Promise<void> {
    // what was told is not taken back
  }
}
