import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What cases may ask here: on which rung an offer stands. Every seeker may know it; nothing else of the offer is told. */
const rungOfOffer = [
  `create function rung_of_offer(offer_id uuid) returns text language sql stable security definer set search_path = capacity, pg_temp
   as $$ select coalesce(o.home_rung, o.rung) from offer o where o.id = offer_id $$`,
  'revoke all on function rung_of_offer(uuid) from public',
  'grant execute on function rung_of_offer(uuid) to thuisbasis_cases',
];

/** Lets cases hold a referral for a place in a group to its checklist, whatever a client says of the offer. */
export class RungOfOffer1700000000022 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of rungOfOffer) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function rung_of_offer(uuid)');
  }
}
