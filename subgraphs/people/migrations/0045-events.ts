import type { MigrationInterface, QueryRunner } from 'typeorm';
import { forgettingStatements, outboxStatements, outboxTroubleTable } from '../../../platform/outbox/outbox.sql.js';

/** Which deployment, and in which region: of the case and of whoever goes nothing. */
const told = (kind: string, row: string): string =>
  `insert into people.outbox (kind, region, data)
   select '${kind}', d.region, jsonb_build_object('deploymentId', d.id) from ${row}`;

/** However a duo is sent, goes on or stops, its event is written with it. */
const triggers = [
  `create function tell_of_booking() returns trigger language plpgsql as $$ begin
     ${told('deployment.booked', 'people.deployment d where d.id = new.deployment_id')}; return null; end $$`,
  'create trigger deployment_booked after insert on deployment_case for each row execute function tell_of_booking()',
  `create function tell_of_deployment() returns trigger language plpgsql as $$ begin
     ${told('deployment.changed', '(select new.*) d')}; return null; end $$`,
  `create trigger deployment_changed after update of to_on, ended_on on deployment for each row
   when ((new.to_on, new.ended_on) is distinct from (old.to_on, old.ended_on)) execute function tell_of_deployment()`,
];

/** Whoever hands events on looks up how a deployment stands, and for which case it is. */
const policies = ['deployment', 'deployment_case'].map(
  (table) => `create policy ${table}_told on ${table} for select using ((select public.hub_on_duty('background')))`,
);

/** The events of people, so that others know which duos are out; those that are out already are told once. */
export class Events1700000000045 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const made = [...outboxStatements('people'), outboxTroubleTable, ...forgettingStatements('people')];
    for (const statement of [...made, ...triggers, ...policies]) await runner.query(statement);
    await runner.query(
      told(
        'deployment.booked',
        'people.deployment d where exists (select from people.deployment_case k where k.deployment_id = d.id)',
      ),
    );
    await runner.query('revoke update, delete, truncate on outbox from thuisbasis_people');
    await runner.query('grant update (position) on outbox to thuisbasis_people');
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['deployment', 'deployment_case']) await runner.query(`drop policy ${table}_told on ${table}`);
    await runner.query('drop trigger deployment_changed on deployment');
    await runner.query('drop trigger deployment_booked on deployment_case');
    await runner.query('drop function tell_of_deployment, tell_of_booking, forget_events');
    await runner.query('drop table outbox_forgotten, outbox_trouble, outbox');
    await runner.query('drop sequence outbox_position');
    await runner.query('drop function wake_relay');
  }
}
