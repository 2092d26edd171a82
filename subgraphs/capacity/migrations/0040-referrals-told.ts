import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Another thing that cases may do here: tell providers what lies before them. Whose the case is does not come along. */
const receiveReferrals = [
  `create function receive_referrals(events jsonb) returns void
  language sql security definer set search_path = capacity, pg_temp
  as $$
    insert into outbox (event_id, kind, organisation_id, region, data, occurred_at)
    select "eventId", kind, "organisationId", region, jsonb_build_object('referralId', "referralId"), "occurredAt"
    from jsonb_to_recordset(events) as e ("eventId" uuid, kind text, "organisationId" uuid, region text, "referralId" uuid, "occurredAt" timestamptz)
    where kind in ('referral.made', 'referral.withdrawn')
    on conflict (event_id) do nothing
  $$`,
  'revoke all on function receive_referrals(jsonb) from public',
  'grant execute on function receive_referrals(jsonb) to thuisbasis_cases',
];

/** Providers hear of referrals: by reading on, by message and by notice. */
export class ReferralsTold1700000000040 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table notice add column referral_id uuid');
    for (const statement of receiveReferrals) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function receive_referrals');
    await runner.query('delete from notice where referral_id is not null');
    await runner.query('alter table notice drop column referral_id');
  }
}
