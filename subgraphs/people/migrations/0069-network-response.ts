import type { MigrationInterface, QueryRunner } from 'typeorm';

const signature = 'network_response(text, text[], text[], text, timestamptz, timestamptz, timestamptz)';

/** What one team does is for brokers: it says much of few people. */
const counting = `(select case when by_what = 'TEAM' then public.hub_region_as('care-broker') else public.hub_region_as('care-broker', 'analyst') end)`;

/** The questions that were asked from one moment until another, as they stood at a third. */
const asked = `
  select r.id, r.asked_at, r.due_at, case when r.first_contact_at <= counted_until then r.first_contact_at end as contact_at,
    r.answered_at <= counted_until as is_answered, r.escalated_at <= counted_until as is_escalated, case when by_what = 'TEAM' then t.name end as title,
    case by_what when 'MONTH' then to_char(r.asked_at at time zone 'Europe/Amsterdam', 'YYYY-MM') when 'FUNCTION' then r.function
      when 'MUNICIPALITY' then r.municipality_code when 'TEAM_KIND' then t.kind when 'TEAM' then t.id::text end as part
  from network_request r join team t on t.id = r.team_id
  where r.region = of_region and of_region = ${counting} and r.asked_at >= asked_from and r.asked_at < asked_before`;

/** Teams that could be asked are named, also where none was. */
const parts = `
  select part, title, id, asked_at, due_at, contact_at, is_answered, is_escalated from asked
  union all
  select t.id::text, t.name, null, null, null, null, null, null from team t
  where by_what = 'TEAM' and of_region = ${counting} and t.kind = any(kinds) and t.municipality_codes && inside
    and t.valid_from_on < asked_before and (t.valid_to_on is null or t.valid_to_on >= asked_from)`;

/** Looks as the owner of the tables, since who counts may read few questions: it tells numbers by group, and of no question. */
const networkResponse = `
  create function network_response(of_region text, inside text[], kinds text[], by_what text, asked_from timestamptz, asked_before timestamptz,
    counted_until timestamptz)
  returns table (part text, title text, asked bigint, in_time bigint, late bigint, overdue bigint, waiting bigint, answered bigint, escalated bigint,
    median_hours float8)
  language sql stable security definer set search_path = people, public, pg_temp as $$
    with asked as materialized (${asked}), parts as (${parts})
    select case when grouping(p.part) = 0 then p.part else 'TOTAL' end, case when grouping(p.part) = 0 then max(p.title) end, count(p.id),
      count(*) filter (where contact_at <= due_at), count(*) filter (where contact_at > due_at),
      count(*) filter (where id is not null and contact_at is null and due_at < counted_until),
      count(*) filter (where id is not null and contact_at is null and due_at >= counted_until),
      count(*) filter (where is_answered), count(*) filter (where is_escalated),
      percentile_cont(0.5) within group (order by extract(epoch from contact_at - asked_at)::float8 / 3600)
    from parts p group by grouping sets ((p.part), ())
  $$`;

/** How the network answers, as it is counted. */
export class NetworkResponse1700000000069 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(networkResponse);
    await runner.query(`revoke all on function ${signature} from public`);
    await runner.query(`grant execute on function ${signature} to thuisbasis_people`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop function ${signature}`);
  }
}
