import type { MigrationInterface, QueryRunner } from 'typeorm';

const provider = `public.hub_organisation_as('provider-planner', 'provider-system')`;

/** Where a child lives, for the provider that said yes to it and as long as that yes stands; the postcode area of a child in hiding for nobody there. */
const referredHome = `
  create function referred_home(referral_id uuid) returns table (municipality_code text, postcode4 text)
  language sql stable security definer set search_path = cases, public, pg_temp as $$
    select f.municipality_code, case when not f.is_restricted then p.postcode4 end
    from referral r join case_file f on f.id = r.case_id left join case_place p on p.case_id = f.id
    where r.id = referral_id and r.organisation_id = ${provider} and referral_state(r) = 'ACCEPTED' $$`;

/** What a provider learns once it accepted. */
export class ReferredHome1700000000057 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(referredHome);
    await runner.query('revoke all on function referred_home(uuid) from public');
    await runner.query('grant execute on function referred_home(uuid) to thuisbasis_cases');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function referred_home(uuid)');
  }
}
