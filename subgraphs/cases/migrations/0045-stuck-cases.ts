import type { MigrationInterface, QueryRunner } from 'typeorm';

const ladder = `array['OWN_HOME','LOCAL_TEAM','COMMUNITY_SUPPORT','MENTOR_JIM','AMBULATORY','INTENSIVE_AMBULATORY','DAY_TREATMENT','PART_TIME_RESPITE',
  'KINSHIP_FOSTER','FOSTER','FAMILY_HOME','SMALL_SCALE','ASSISTED_LIVING','RESIDENTIAL_GROUP','SECURE']`;

/** What of a case was said before a moment about its doors: when it was last closed and last opened again. */
const doors = `
  select c.case_id, max(c.at) filter (where c.kind = 'CLOSED') as closed_at, max(c.at) filter (where c.kind = 'REOPENED') as reopened_at
  from case_change c where c.kind in ('CLOSED','REOPENED') and c.at < until group by 1`;

/** The need as it was at a moment: the first that was replaced after it, or that of now. */
const formerNeeds = `
  select distinct on (case_id) case_id, rungs, heaviest_rung from former_need where replaced_at >= until order by case_id, replaced_at`;

/** Of each open case its need. No rungs at all seek every rung up to the heaviest. */
const sought = `
  select f.id, f.municipality_code, f.birth_year, greatest(f.opened_at, d.reopened_at) as began_at, told.rungs,
    case when told.rungs <> '{}' then told.rungs else (${ladder})[2:coalesce(array_position(${ladder}, told.heaviest_rung), 15)] end as seeking
  from case_file f join need n on n.case_id = f.id left join former_needs b on b.case_id = f.id left join doors d on d.case_id = f.id
    cross join lateral (select coalesce(b.rungs, n.rungs) as rungs,
      case when b.case_id is null then n.heaviest_rung else b.heaviest_rung end as heaviest_rung) told
  where f.region = of_region and f.opened_at < until and coalesce(f.closed_at, 'infinity') >= until
    and (d.closed_at is null or d.reopened_at >= d.closed_at)`;

/** The care on a rung that is sought: whether it runs, and when the last of it ended. */
const care = `
  select s.id, max(p.ended_at) as left_at, bool_or(p.ended_at is null or p.ended_at >= until) as runs
  from sought s join placement p on p.case_id = s.id
  where not p.is_secondary and p.started_at < until and p.rung = any(s.seeking) group by 1`;

/** Since when each is sought for in vain. */
const vain = `
  select s.id, s.municipality_code, s.birth_year, s.rungs, greatest(s.began_at, k.left_at) as since
  from sought s left join care k on k.id = s.id where k.runs is not true`;

/** As `Case.declineCount` counts them: a referral that was declined, and a hold that was refused without one. */
const refused = `
  select r.id, count(*) as refusals from (
    select v.id from vain v join referral r on r.case_id = v.id and r.declined_at >= v.since and r.declined_at < until
    union all
    select v.id from vain v join known_hold h on h.case_id = v.id and h.state = 'REFUSED' and h.changed_at >= v.since and h.changed_at < until
    where not exists (select from referral r where r.hold_id = h.hold_id and r.declined_at is not null)) r group by 1`;

/** Looks as the owner of the tables, since who counts may read no case: of each it tells how long and how often in vain, and nothing that names it. */
const stuckCases = `
  create function stuck_cases(of_region text, until timestamptz) returns table (municipality_code text, birth_year smallint, rungs text[],
    weeks integer, refusals integer)
  language sql stable security definer set search_path = cases, public, pg_temp as $$
    with doors as (${doors}), former_needs as (${formerNeeds}), sought as (${sought}), care as (${care}), vain as (${vain}), refused as (${refused})
    select v.municipality_code, v.birth_year, v.rungs, floor(extract(epoch from until - v.since) / 604800)::integer, coalesce(r.refusals, 0)::integer
    from vain v left join refused r on r.id = v.id where of_region = (select public.hub_region_as('care-broker', 'analyst'))
  $$`;

const indexes = {
  case_file_counted: `on case_file (region, coalesce(closed_at, 'infinity')) include (closed_at, opened_at, id, municipality_code, birth_year)`,
  placement_main: `on placement (case_id, started_at) include (rung, ended_at) where not is_secondary`,
  referral_declined: `on referral (case_id, declined_at) where declined_at is not null`,
};

/** For whom help is sought in vain, as it is counted. */
export class StuckCases1700000000045 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const [name, columns] of Object.entries(indexes)) await runner.query(`create index ${name} ${columns}`);
    await runner.query(stuckCases);
    await runner.query('revoke all on function stuck_cases(text, timestamptz) from public');
    await runner.query('grant execute on function stuck_cases(text, timestamptz) to thuisbasis_cases');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function stuck_cases(text, timestamptz)');
    for (const name of Object.keys(indexes)) await runner.query(`drop index ${name}`);
  }
}
