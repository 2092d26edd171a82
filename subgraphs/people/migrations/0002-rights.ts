import type { MigrationInterface, QueryRunner } from 'typeorm';
import { auditStatements } from '../../../platform/audit/audit.sql.js';
import { readableByAll, readOnlyFor } from '../../../platform/database/row-security.sql.js';

const seekers = `'care-broker', 'case-owner', 'ret-member'`;

/**
 * Whether a professional has not left. It looks as the owner of the table does, so that a team may show that somebody is in it to
 * who may not find the person; it gives nothing else away.
 */
const isPresent = `
  create function is_present(professional uuid) returns boolean
  language sql stable security definer set search_path = people, pg_temp
  as $$ select exists (select from professional p where p.id = professional and (p.left_on is null or p.left_on > today())) $$`;

/**
 * Which organisation takes part in which team names no person: it looks at members whom the caller may not find. A barrier keeps
 * conditions of a statement away from them.
 */
const participation = 'alter view team_participation set (security_invoker = false, security_barrier = true)';

/** The third layer of rights, beneath the gateway and the stores. Each function is asked once for a statement, not once for a row. */
const policies = [
  ...readOnlyFor(
    'professional',
    `(left_on is null or left_on > (select today()))
      and (organisation_id = (select public.hub_organisation_as(${seekers}, 'provider-planner', 'provider-system'))
        or (is_visible and (select public.hub_has_role(${seekers}))))`,
  ),
  ...readOnlyFor('expertise', 'exists (select from professional p where p.id = professional_id)'),
  ...readOnlyFor(
    'team',
    `(select public.hub_has_role(${seekers}, 'provider-planner'))
      or exists (select from team_participation t where t.team_id = team.id
        and t.organisation_id = (select public.hub_organisation_as('provider-system')))`,
  ),
  ...readOnlyFor('team_membership', 'exists (select from team t where t.id = team_id) and is_present(professional_id)'),
];

/** Row level security on professionals and teams, and the audit of every access to a professional. */
export class Rights1700000000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [isPresent, participation, ...policies, ...auditStatements('people')])
      await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function seal_audit, verify_audit');
    await runner.query('drop table audit_pending, audit_seal');
    await runner.query('drop table audit_event cascade');
    await runner.query('drop function await_seal');
    for (const table of ['team_membership', 'team', 'expertise', 'professional'])
      for (const statement of readableByAll(table)) await runner.query(statement);
    await runner.query('alter view team_participation set (security_invoker = true, security_barrier = false)');
    await runner.query('drop function is_present');
  }
}
