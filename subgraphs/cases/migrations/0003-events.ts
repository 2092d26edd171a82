import type { MigrationInterface, QueryRunner } from 'typeorm';
import { idempotencyIndex, idempotencyTable } from '../../../platform/idempotency/idempotency.sql.js';
import { outboxStatements } from '../../../platform/outbox/outbox.sql.js';

/** What others may know of a case: whose it is, where, and whether it is still open. Nothing of the child. */
const told = (row: string): string => `
  insert into cases.outbox (kind, organisation_id, region, data)
  select 'case.changed', c.owner_organisation_id, c.region, jsonb_build_object('caseId', c.id, 'ownerOrganisationId', c.owner_organisation_id,
    'region', c.region, 'status', c.status, 'isRestricted', c.is_restricted)
  from ${row} c`;

/** However a case is written, its event is written with it. */
const triggers = [
  `create function tell_of_cases() returns trigger language plpgsql as $$ begin ${told('changed')}; return null; end $$`,
  `create trigger case_opened after insert on case_file referencing new table as changed for each statement execute function tell_of_cases()`,
  `create function tell_of_changes() returns trigger language plpgsql as $$ begin ${told(
    `(select n.* from changed n join former o on o.id = n.id
      where (n.owner_organisation_id, n.region, n.status, n.is_restricted)
        is distinct from (o.owner_organisation_id, o.region, o.status, o.is_restricted))`,
  )}; return null; end $$`,
  `create trigger case_changed after update on case_file referencing old table as former new table as changed
    for each statement execute function tell_of_changes()`,
];

/** The events of cases, what was answered to whom, and what was there already told once. */
export class Events1700000000003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...outboxStatements('cases'), idempotencyTable, idempotencyIndex, ...triggers])
      await runner.query(statement);
    await runner.query(told('cases.case_file'));
    await runner.query('revoke update, delete, truncate on outbox from thuisbasis_cases');
    await runner.query('grant update (position) on outbox to thuisbasis_cases');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop trigger case_opened on case_file');
    await runner.query('drop trigger case_changed on case_file');
    await runner.query('drop function tell_of_cases, tell_of_changes');
    await runner.query('drop table outbox, idempotency_key');
    await runner.query('drop sequence outbox_position');
    await runner.query('drop function wake_relay');
  }
}
