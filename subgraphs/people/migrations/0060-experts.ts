import type { MigrationInterface, QueryRunner } from 'typeorm';

const seekers = `'care-broker', 'case-owner', 'ret-member'`;

/** Needs in codes, each with its place in the list: of which case they are is not told. */
const needs = `
  select n.search, n.municipality, n.expertise, n.languages, n.most
  from rows from (jsonb_to_recordset(asked) as (municipality text, expertise text[], languages text[], most integer)) with ordinality
    as n (municipality, expertise, languages, most, search)`;

/** Whom the caller may find: the rows of row level security. */
const findable = `(p.left_on is null or p.left_on > today()) and (p.organisation_id = own or (p.is_visible and is_seeker))`;

/** Who works where children live: read once for each municipality, however many of them live there. */
const here = `
  select m.municipality, p.id, p.languages, p.is_active, p.sort_name,
    coalesce(p.confirmed_at > hub_now() - make_interval(days => aging_days), false) as is_recent
  from (select distinct municipality from need) m join professional p on p.municipality_codes @> array[m.municipality] and ${findable}`;

/** What they know of what is sought. It is looked up by who they are, which the planner would not do: it cannot tell how few they are. */
const skill = `
  select h.municipality, h.id, e.code, array_position(array['BASIC','EXPERIENCED','SPECIALIST'], e.level) as depth
  from here h cross join lateral (select e.code, e.level from expertise e where e.professional_id = h.id offset 0) e
  where e.code = any(array(select distinct unnest(n.expertise) from need n))`;

const knowing = `
  select n.search, k.id, count(*)::integer as known, sum(k.depth)::integer as depth, bool_or(k.depth = 3) as is_specialist
  from need n cross join unnest(n.expertise) w (code) join skill k on k.municipality = n.municipality and k.code = w.code group by 1, 2`;

const speaking = `
  select n.search, h.id, count(*)::integer as spoken
  from need n cross join unnest(n.languages) w (tag) join here h on h.municipality = n.municipality and w.tag = any(h.languages) group by 1, 2`;

/** Who has some of what is sought, or speaks a language that is. */
const able = `
  select n.search, n.most, h.id, coalesce(k.known, 0) as known, coalesce(k.depth, 0) as depth, coalesce(k.is_specialist, false) as is_specialist,
    coalesce(s.spoken, 0) as spoken, h.is_recent, h.is_active, h.sort_name
  from knowing k full join speaking s on s.search = k.search and s.id = k.id
  join need n on n.search = coalesce(k.search, s.search) join here h on h.municipality = n.municipality and h.id = coalesce(k.id, s.id)`;

/** The teams at work there today, by what those of their members have whom the caller may find. */
const ableTeams = `
  select n.search, n.most, t.id, t.sort_name, k.known, k.spoken
  from need n join team t on t.kind = any(kinds) and t.municipality_codes @> array[n.municipality] and t.valid_from_on <= today()
    and (t.valid_to_on is null or t.valid_to_on >= today())
  cross join lateral (
    select count(distinct e.code)::integer as known, count(distinct l.tag)::integer as spoken
    from team_membership m join professional p on p.id = m.professional_id and ${findable}
    left join expertise e on e.professional_id = p.id and e.code = any(n.expertise)
    left join lateral (select unnest(n.languages) intersect select unnest(p.languages)) l (tag) on true
    where m.team_id = t.id and m.from_on <= today() and (m.to_on is null or m.to_on >= today())) k
  where is_seeker and (k.known > 0 or k.spoken > 0)`;

/**
 * Who can help with each of many needs, best first, in one look. It looks as the owner does, since under row level security no index on lists
 * is used, and holds to the same rows itself; it gives identifiers, and the rows are read under row level security.
 */
const seekExperts = `
  create function seek_experts(asked jsonb, kinds text[], aging_days integer)
  returns table (search bigint, place bigint, professional_id uuid, team_id uuid, known integer, is_specialist boolean, spoken integer, is_recent boolean)
  language plpgsql stable security definer set search_path = people, public, pg_temp as $$
  #variable_conflict use_column
  declare
    own uuid := public.hub_organisation_as(${seekers}, 'provider-planner', 'provider-system');
    is_seeker boolean := public.hub_has_role(${seekers});
  begin
    return query
    with need as materialized (${needs}), here as materialized (${here}), skill as materialized (${skill}), knowing as (${knowing}), speaking as (${speaking}),
      able as (${able}), able_team as (${ableTeams}),
    placed as (select a.*, row_number() over (partition by a.search
      order by a.known desc, a.depth desc, a.spoken desc, a.is_recent desc, a.is_active desc, a.sort_name, a.id) as place from able a),
    placed_team as (select t.*, row_number() over (partition by t.search order by t.known desc, t.spoken desc, t.sort_name, t.id) as place from able_team t)
    select p.search, p.place, p.id, null::uuid, p.known, p.is_specialist, p.spoken, p.is_recent from placed p where p.place <= p.most
    union all
    select t.search, t.place, null::uuid, t.id, t.known, null::boolean, t.spoken, null::boolean from placed_team t where t.place <= t.most;
  end $$`;

const signature = 'seek_experts(jsonb, text[], integer)';

/** Who can help with the need of a case is found for many cases at once, and nothing of a need is kept. */
export class Experts1700000000060 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(seekExperts);
    await runner.query(`revoke all on function ${signature} from public`);
    await runner.query(`grant execute on function ${signature} to thuisbasis_people`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop function ${signature}`);
  }
}
