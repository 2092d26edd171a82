import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The one thing that people may do here: have people told of questions to the network. What it told before is not told again. */
const door = [
  `create function receive_network_requests(events jsonb) returns void
  language sql security definer set search_path = capacity, pg_temp
  as $$
    insert into outbox (event_id, kind, region, data, occurred_at)
    select "eventId", kind, region, jsonb_build_object('networkRequestId', "requestId", 'organisationIds', "organisationIds"), "occurredAt"
    from jsonb_to_recordset(events)
      as e ("eventId" uuid, kind text, region text, "requestId" uuid, "organisationIds" jsonb, "occurredAt" timestamptz)
    where kind in ('network-request.asked', 'network-request.handed-on', 'network-request.escalated', 'network-request.overdue')
    on conflict (event_id) do nothing
  $$`,
  'revoke all on function receive_network_requests(jsonb) from public',
  'grant usage on schema capacity to thuisbasis_people',
  'grant execute on function receive_network_requests(jsonb) to thuisbasis_people',
];

/** Notices of questions to the network. */
export class NetworkNotices1700000000045 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table notice add column network_request_id uuid');
    for (const statement of door) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function receive_network_requests');
    await runner.query('revoke usage on schema capacity from thuisbasis_people');
    await runner.query('delete from notice where network_request_id is not null');
    await runner.query('alter table notice drop column network_request_id');
  }
}
