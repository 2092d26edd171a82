import type { MigrationInterface, QueryRunner } from 'typeorm';

const dutchDay = (instant: string): string => `(${instant} at time zone 'Europe/Amsterdam')::date`;
const groups = `in ('RESIDENTIAL_GROUP','SECURE')`;
const stands = 'f.is_stable is distinct from false';

/** What was found since the year began, by the day; a child without a case is its consultation. */
const found = `
  select coalesce(c.case_id, c.id) as child, o.kind, o.measured_on, o.is_stable, c.case_id
  from outcome o join consultation c on c.id = o.consultation_id
  where c.region = of_region and o.measured_on >= make_date(of_year, 1, 1) and o.measured_on <= as_of`;

/** A child that was kept from leaving home, once: from when, and until when it can be avoided at most. */
const prevented = `
  select distinct on (f.child) 'PREVENTED' as "group", f.child, f.measured_on as since, f.measured_on + stay_days as last_on
  from found f where f.kind = 'OUT_OF_HOME_PREVENTED' and f.measured_on < make_date(of_year + 1, 1, 1) and ${stands}
  order by f.child, f.measured_on`;

/** How a child that was found closer to home lived in groups, each with the day until which it had lived in one before. */
const inGroups = `
  select p.case_id, n.found_on, b.began_on, l.left_on, p.end_reason, max(l.left_on) over (partition by p.case_id order by b.began_on, l.left_on
    rows between unbounded preceding and 1 preceding) as lived_until
  from placement p
    join (select f.case_id, max(f.measured_on) as found_on from found f
      where f.kind in ('AS_HOME_AS_POSSIBLE','MOVED_ON_TO_SUITABLE_CARE') and ${stands} group by 1) n using (case_id),
    lateral (select ${dutchDay('p.started_at')} as began_on) b,
    lateral (select case when p.ended_at < until then ${dutchDay('p.ended_at')} else 'infinity' end as left_on) l
  where p.region = of_region and p.rung ${groups} and not p.is_secondary and p.started_at < until`;

/** From one group into another without a day between is one stay. */
const stays = `
  select case_id, found_on, min(began_on) as began_on, max(left_on) as left_on, (array_agg(end_reason order by left_on desc))[1] as end_reason
  from (select g.*, count(*) filter (where began_on > lived_until) over (partition by case_id order by began_on, left_on) as number from in_groups g) numbered
  group by case_id, found_on, number`;

/** A child that left its last group of the year alive, of which was found since that it lives closer to home. */
const shortened = `
  select distinct on (case_id) 'SHORTENED', case_id as child, left_on, began_on + stay_days
  from stays
  where left_on >= make_date(of_year, 1, 1) and left_on < make_date(of_year + 1, 1, 1) and left_on <= found_on
    and end_reason is distinct from 'DECEASED'
  order by case_id, left_on desc`;

/** What ends it: it was found not to last, whoever asked about the child, or the child went to live in a group after all. */
const endings = `
  select f.child, f.measured_on as "on" from found f where f.is_stable = false or f.kind = 'NOT_SUCCESSFUL'
  union all
  select r.case_id, ${dutchDay('r.started_at')} from placement r
  where r.case_id in (select a.child from avoided a) and r.rung ${groups} and not r.is_secondary
    and ${dutchDay('r.started_at')} >= make_date(of_year, 1, 1)`;

/** Each with the first day that ended it, told in one line of days by child: a join of what is few by its look and thousands in truth would be looped through. */
const lasting = `
  select "group", last_on, since, min("on") over (partition by child order by day range between current row and unbounded following) as ended_on
  from (
    select "group", child, since as day, since, last_on, null::date as "on" from avoided
    union all select null, child, "on", null, null, "on" from endings
  ) line`;

/** Looks as the owner of the tables, since who counts may read no finding: of each child it tells how many days, and nothing that names it. */
const avoidedStays = `
  create function avoided_stays(of_region text, of_year integer, as_of date, until timestamptz, stay_days integer)
    returns table ("group" text, days integer)
  language sql stable security definer set search_path = cases, public, pg_temp as $$
    with found as materialized (${found}), in_groups as (${inGroups}), stays as (${stays}),
      avoided as ((${prevented}) union all (${shortened})), endings as (${endings}), lasting as (${lasting})
    select l."group", least(as_of + 1, l.last_on, l.ended_on) - l.since
    from lasting l where l."group" is not null and of_region = (select public.hub_region_as('care-broker', 'analyst'))
  $$`;

/** What figures read of every child of a region, so that they read no rows of the tables. */
const indexes = {
  consultation_child: 'on consultation (id) include (case_id, region)',
  placement_begun: 'on placement (started_at) include (case_id, rung, ended_at) where not is_secondary',
  placement_groups: `on placement (region, case_id) include (started_at, ended_at, end_reason)
    where rung in ('RESIDENTIAL_GROUP','SECURE') and not is_secondary`,
};

/** Of how many days children did not live in a group, as it is counted. */
export class AvoidedStays1700000000055 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const [name, columns] of Object.entries(indexes)) await runner.query(`create index ${name} ${columns}`);
    await runner.query(avoidedStays);
    await runner.query('revoke all on function avoided_stays(text, integer, date, timestamptz, integer) from public');
    await runner.query(
      'grant execute on function avoided_stays(text, integer, date, timestamptz, integer) to thuisbasis_cases',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function avoided_stays(text, integer, date, timestamptz, integer)');
    for (const name of Object.keys(indexes)) await runner.query(`drop index ${name}`);
  }
}
