import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addableFor, readableByAll, readOnlyFor } from '../../../platform/database/row-security.sql.js';

/** Of the audit of capacity nobody could read a row: planners read who looked at their families, and the privacy officer at any. */
const seen = `object_type = 'FamilyOffer' and ((select public.hub_has_role('privacy-officer'))
  or exists (select from offer o where o.id = any(object_ids) and o.organisation_id = (select public.hub_organisation_as('provider-planner'))))`;

/** Families that offer a place hear who looked at them. */
export class FamilyAccesses1700000000041 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...readOnlyFor('audit_event', seen), addableFor('audit_event', `source_id = 'capacity'`)])
      await runner.query(statement);
    await runner.query('grant select on audit_event to thuisbasis_capacity');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('revoke select on audit_event from thuisbasis_capacity');
    for (const statement of readableByAll('audit_event')) await runner.query(statement);
  }
}
