import type { MigrationInterface, QueryRunner } from 'typeorm';
import { auditStatements } from '../../../platform/audit/audit.sql.js';
import { readableByAll, readOnlyFor } from '../../../platform/database/row-security.sql.js';

/**
 * The third layer of rights, beneath the gateway and the read models: a broker's region, a case owner's organisation, and for counted
 * tables the region of an analyst. Each function is asked once for a statement, not once for a row.
 */
const policies = [
  ...readOnlyFor(
    'case_file',
    `region = (select public.hub_region_as('care-broker')) or owner_organisation_id = (select public.hub_organisation_as('case-owner'))`,
  ),
  ...readOnlyFor('need', 'exists (select from case_file f where f.id = need.case_id)'),
  ...readOnlyFor(
    'consultation',
    `region = (select public.hub_region_as('care-broker', 'analyst'))
      or referrer_organisation_id = (select public.hub_organisation_as('case-owner'))`,
  ),
];

/** Row level security on cases and consultations, and the audit of every access to them. */
export class Rights1700000000005 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...policies, ...auditStatements('cases')]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function seal_audit, verify_audit');
    await runner.query('drop table audit_pending, audit_seal');
    await runner.query('drop table audit_event cascade');
    await runner.query('drop function await_seal');
    for (const table of ['consultation', 'need', 'case_file'])
      for (const statement of readableByAll(table)) await runner.query(statement);
  }
}
