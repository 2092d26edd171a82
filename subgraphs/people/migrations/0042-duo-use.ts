import type { MigrationInterface, QueryRunner } from 'typeorm';
import { receiveCases, receiveNoCases } from '../../../vocabulary/known-cases/case-projection.sql.js';

const columns = [
  'alter table case_projection add column municipality_code text',
  'alter table deployment add column municipality_code text',
  'create index deployment_region on deployment (region, from_on)',
];

/** As since migration 4, and where the child lives. */
const receive = `
  create or replace function receive_cases(events jsonb) returns void
  language sql security definer set search_path = people, pg_temp
  as $$
    insert into case_projection as known (id, owner_organisation_id, region, status, is_restricted, municipality_code, version)
    select distinct on ("caseId") "caseId", "ownerOrganisationId", region, status, "isRestricted", "municipalityCode", version
    from jsonb_to_recordset(events) as e (version bigint, "caseId" uuid, "ownerOrganisationId" uuid, region text, status text, "isRestricted" boolean,
      "municipalityCode" text)
    order by "caseId", version desc
    on conflict (id) do update set owner_organisation_id = excluded.owner_organisation_id, region = excluded.region, status = excluded.status,
      is_restricted = excluded.is_restricted, municipality_code = excluded.municipality_code, version = excluded.version
    where known.version < excluded.version
  $$`;

const asOwner = 'security definer set search_path = people, public, pg_temp';

/** A duo stays counted where the child lived when it was sent, also when the case is gone; what was not known then is when it becomes known. */
const keepWhere = [
  `create function keep_where_sent() returns trigger language plpgsql ${asOwner} as $$
   begin
     update deployment d set municipality_code = k.municipality_code from case_projection k where d.id = new.deployment_id and k.id = new.case_id;
     return null;
   end $$`,
  'create trigger deployment_case_where after insert on deployment_case for each row execute function keep_where_sent()',
  `create function keep_where_known() returns trigger language plpgsql ${asOwner} as $$
   begin
     update deployment d set municipality_code = new.municipality_code from deployment_case k
     where k.case_id = new.id and d.id = k.deployment_id and d.municipality_code is null;
     return null;
   end $$`,
  `create trigger case_projection_where after update of municipality_code on case_projection for each row
   when (old.municipality_code is null and new.municipality_code is not null) execute function keep_where_known()`,
];

/** Duos that began between two days and went, as far as they went by the last of these. */
const sent = `
  select d.id, d.municipality_code, d.purpose, to_char(d.from_on, 'YYYY-MM') as month,
    (least(coalesce(d.ended_on, d.to_on), last_on) - d.from_on + 1) / 7.0 as weeks
  from deployment d where d.region = of_region and d.from_on between first_on and last_on and coalesce(d.ended_on, d.to_on) >= d.from_on
    and d.end_reason is distinct from 'MISTAKE'`;

/** The hours that each of a duo was given for until then. */
const given = `
  select h.deployment_id, h.professional_id, sum(h.hours_per_week * (least(h.to_on, last_on) - h.from_on + 1) / 7.0) as hours
  from deployment_hours h join sent s on s.id = h.deployment_id where h.from_on <= last_on and h.to_on >= h.from_on group by 1, 2`;

const whole = `
  select s.*, g.hours from sent s left join (select deployment_id, sum(hours) as hours from given group by 1) g on g.deployment_id = s.id`;

/** A duo counts once in each group that it is of. Organisations that could go are named, also where none of theirs went. */
const parts = `
  select case by_what when 'MONTH' then w.month when 'PURPOSE' then w.purpose when 'MUNICIPALITY' then
      case when w.municipality_code is null then 'UNKNOWN' when w.municipality_code = any(inside) then w.municipality_code else 'ELSEWHERE' end
    end as part, null as title, w.id, w.weeks, w.hours
  from whole w where by_what in ('MONTH','PURPOSE','MUNICIPALITY')
  union all
  select o.id::text, o.name, s.id, s.weeks, sum(g.hours) from sent s join given g on g.deployment_id = s.id
    join professional p on p.id = g.professional_id join organisation o on o.id = p.organisation_id where by_what = 'ORGANISATION' group by 1, 2, 3, 4
  union all
  select o.id::text, o.name, null, null, null from organisation o where by_what = 'ORGANISATION' and exists (
    select from professional p join team_membership m on m.professional_id = p.id
    where p.organisation_id = o.id and m.team_id in (select d.team_id from deployment d where d.region = of_region))
  union all
  select e.code, null, s.id, s.weeks, sum(g.hours) from sent s join given g on g.deployment_id = s.id
    join expertise e on e.professional_id = g.professional_id where by_what = 'EXPERTISE' group by 1, 3, 4
  union all
  select a.kind, null, s.id, s.weeks, sum(a.hours) from sent s join deployment_action a on a.deployment_id = s.id
    where by_what = 'ACTION' and a.done_on <= last_on group by 1, 3, 4
  union all
  select 'TOTAL', null, w.id, w.weeks, w.hours from whole w`;

const halves = (of: string): string => `percentile_cont(0.5) within group (order by ${of}::float8)`;

/** Looks as the owner of the tables, since who counts may read no deployment: it tells numbers by group, of no family and no professional. */
const duoUse = `
  create function duo_use(of_region text, inside text[], by_what text, first_on date, last_on date)
  returns table (part text, title text, duos bigint, hours float8, median_hours float8, median_weeks float8)
  language sql stable ${asOwner} as $$
    with sent as materialized (${sent}), given as materialized (${given}), whole as (${whole}), parts as (${parts})
    select p.part, max(p.title), count(p.id), coalesce(sum(p.hours), 0)::float8, ${halves('p.hours')}, ${halves('p.weeks')}
    from parts p where of_region = (select public.hub_region_as('care-broker', 'analyst')) group by 1
  $$`;

const signature = 'duo_use(text, text[], text, date, date)';
const rights = [
  `revoke all on function ${signature} from public`,
  `grant execute on function ${signature} to thuisbasis_people`,
];

/** How duos are used, as it is counted. */
export class DuoUse1700000000042 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...columns, receive, ...keepWhere, duoUse, ...rights]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop function ${signature}`);
    await runner.query('drop trigger case_projection_where on case_projection');
    await runner.query('drop trigger deployment_case_where on deployment_case');
    await runner.query('drop function keep_where_sent, keep_where_known');
    for (const statement of [...receiveNoCases('people'), ...receiveCases('people')]) await runner.query(statement);
    await runner.query('drop index deployment_region');
    for (const table of ['deployment', 'case_projection'])
      await runner.query(`alter table ${table} drop column municipality_code`);
  }
}
