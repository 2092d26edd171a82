import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Of several tables the first of these counts. */
const kinds = `array['RET_MORNING','CASE_WEEK','ACCELERATION_TABLE','ROUND_TABLE','EARLY_JOINT_MEETING','LOCAL_TEAM_REVIEW']`;

/** Who came to live in a group, with the half year before; and who could lose its home, with all until the moment. */
const asked = `
  select p.id, p.case_id, p.municipality_code, p.started_at as at, p.started_at - interval '26 weeks' as held_from, p.started_at as held_before
  from placement p
  where subject = 'RESIDENTIAL' and p.region = of_region and p.rung in ('RESIDENTIAL_GROUP','SECURE') and not p.is_secondary
    and p.started_at >= year_began_at and p.started_at < year_ended_at
  union all
  select f.id, f.id, f.municipality_code, f.opened_at, '-infinity', until from case_file f
  where subject = 'THREATENED' and f.region = of_region and f.is_threatened_out_of_home and f.opened_at >= year_began_at and f.opened_at < year_ended_at`;

const inTime = `t.state = 'HELD' and t.held_at >= a.held_from and t.held_at < a.held_before`;

/** At which kinds of tables each was spoken about, be it before it became a case. */
const spoken = `
  select a.id, t.kind from asked a join round_table t on t.case_id = a.case_id where ${inTime}
  union all
  select a.id, t.kind from asked a join consultation k on k.case_id = a.case_id join round_table t on t.consultation_id = k.id where ${inTime}`;

/** Looks as the owner of the tables, since who counts may read no table: it tells how many by month, municipality and kind, and no child. */
const discussed = `
  create function discussed(of_region text, subject text, year_began_at timestamptz, year_ended_at timestamptz, until timestamptz)
  returns table (month text, municipality_code text, outcome text, count bigint)
  language sql stable security definer set search_path = cases, public, pg_temp as $$
    with asked as materialized (${asked}), spoken as (${spoken}),
    first_table as (select s.id, (${kinds})[min(array_position(${kinds}, s.kind))] as kind from spoken s group by 1)
    select to_char(a.at at time zone 'Europe/Amsterdam', 'YYYY-MM'), a.municipality_code,
      case when a.case_id is null then 'ERASED' when t.kind is not null then t.kind when l.is_ret_discussed then 'CHECKLIST' else 'NONE' end, count(*)
    from asked a left join first_table t on t.id = a.id left join checklist l on l.case_id = a.case_id
    where of_region = (select public.hub_region_as('care-broker', 'analyst'))
    group by 1, 2, 3
  $$`;

const signature = 'discussed(text, text, timestamptz, timestamptz, timestamptz)';

/** Whether children were spoken about at a table, as it is counted. */
export class Discussed1700000000047 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(discussed);
    await runner.query(`revoke all on function ${signature} from public`);
    await runner.query(`grant execute on function ${signature} to thuisbasis_cases`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop function ${signature}`);
  }
}
