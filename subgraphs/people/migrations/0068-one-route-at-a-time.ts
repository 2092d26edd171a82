import type { MigrationInterface, QueryRunner } from 'typeorm';

const asOwner = 'security definer set search_path = people, public, pg_temp';
const signature =
  'route_request(kinds text[], in_municipality text, in_region text[], sought text, besides uuid, chosen uuid) returns uuid';

/** As since migration 55. */
const best = `
  select t.id from team t
  cross join lateral (
    select count(*) as members, count(*) filter (where sought is null or exists (
      select from expertise e where e.professional_id = m.professional_id and e.code = sought)) as able
    from team_membership m where m.team_id = t.id and m.from_on <= today() and (m.to_on is null or m.to_on >= today()) and is_present(m.professional_id)
  ) m
  where t.kind = any(kinds) and t.municipality_codes && in_region and t.valid_from_on <= today() and (t.valid_to_on is null or t.valid_to_on >= today())
    and m.members > 0 and t.id is distinct from besides and (chosen is null or t.id = chosen)
  order by m.able > 0 desc, in_municipality = any(t.municipality_codes) desc,
    (select count(*) from network_request r where r.team_id = t.id and r.state <> 'ANSWERED'), t.sort_name, t.id
  limit 1`;

/**
 * Whoever asks waits until the one before is done: then it counts that question as well. One lock for the whole country, since a team may work in
 * several regions; it ends with the transaction. The count is a statement of its own, so that it sees what was committed while it waited.
 */
const oneAtATime = `
  create or replace function ${signature} language plpgsql volatile ${asOwner} as $$
  begin
    perform pg_advisory_xact_lock(hashtextextended('people.route_request', 0));
    return (${best});
  end $$`;

const sideBySide = `create or replace function ${signature} language sql stable ${asOwner} as $$ ${best} $$`;

/** Two who ask the network at the same moment count each other. */
export class OneRouteAtATime1700000000068 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(oneAtATime);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(sideBySide);
  }
}
