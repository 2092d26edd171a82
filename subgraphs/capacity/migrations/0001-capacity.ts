import { readFileSync } from 'node:fs';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Every rung that can be offered: not the own home, and not the mentor (JIM), whom a child chooses itself. */
const rungs = `'LOCAL_TEAM','COMMUNITY_SUPPORT','AMBULATORY','INTENSIVE_AMBULATORY','DAY_TREATMENT','PART_TIME_RESPITE',
  'KINSHIP_FOSTER','FOSTER','FAMILY_HOME','SMALL_SCALE','ASSISTED_LIVING','RESIDENTIAL_GROUP','SECURE'`;
const characteristics = `array['AUTISM','ADHD','MILD_INTELLECTUAL_DISABILITY','TRAUMA','ATTACHMENT','ANXIETY_DEPRESSION','SELF_HARM','SUICIDALITY',
  'EATING_DISORDER','PSYCHOSIS','AGGRESSION','SEXUALISED_BEHAVIOUR','ADDICTION','OFFENDING','RUNNING_AWAY','SCHOOL_REFUSAL','PHYSICAL_DISABILITY',
  'MEDICAL_CARE','SENSORY_IMPAIRMENT','YOUNG_PARENT','REFUGEE','PARENTAL_CONFLICT','DOMESTIC_VIOLENCE','PARENT_PSYCHIATRIC','PARENT_ADDICTION',
  'LGBTQ','EXPLOITATION_RISK']`;
const legalFrameworks = `array['VOLUNTARY','SUPERVISION','GUARDIANSHIP','SECURE_AUTHORISATION','YOUTH_PROBATION','WMO']`;
const timeWindows = `array['DAYTIME','AFTER_SCHOOL','EVENING','NIGHT','WEEKEND']`;
const placeFeatures = `array['STEP_FREE','OWN_ROOM','PETS','NO_PETS','SMOKE_FREE','NEAR_PUBLIC_TRANSPORT','RURAL','BOYS_ONLY','GIRLS_ONLY',
  'RELIGIOUS_HOUSEHOLD','HALAL','VEGETARIAN','SIGN_LANGUAGE','SECRET_LOCATION']`;
const units = `'PLACE','HOUR_PER_WEEK','DAYDEEL','TRAJECTORY','FAMILY'`;

const geography = `
  create table postcode_area (
    postcode4 text primary key check (postcode4 ~ '^[1-9][0-9]{3}$'),
    municipality_code text not null check (municipality_code ~ '^[0-9]{4}$'),
    latitude double precision not null,
    longitude double precision not null
  )`;

const site = `
  create table site (
    id uuid primary key default gen_random_uuid(),
    organisation_id uuid not null,
    name text not null,
    establishment_number text check (establishment_number ~ '^[0-9]{12}$'),
    municipality_code text not null check (municipality_code ~ '^[0-9]{4}$'),
    postcode4 text not null references postcode_area
  )`;

const offer = `
  create table offer (
    id uuid primary key default gen_random_uuid(),
    organisation_id uuid not null,
    key text not null check (key <> ''),
    site_id uuid not null references site,
    title text not null check (title <> ''),
    description text not null,
    rung text not null check (rung = 'TAILORED' or rung in (${rungs})),
    home_rung text check (home_rung = 'OWN_HOME' or home_rung in (${rungs})),
    category text not null check (category ~ '^(4[0-9]|5[0-5])$'),
    product_code text not null check (product_code ~ '^[^ ]{1,5}$'),
    is_crisis boolean not null default false,
    age_min smallint not null check (age_min >= 0),
    age_max smallint not null,
    sex text check (sex in ('FEMALE','MALE')),
    target_groups text[] not null default '{}' check (target_groups <@ ${characteristics}),
    exclusions text[] not null default '{}' check (exclusions <@ ${characteristics}),
    legal_frameworks text[] not null check (cardinality(legal_frameworks) > 0 and legal_frameworks <@ ${legalFrameworks}),
    children_together smallint not null default 1 check (children_together >= 1),
    time_windows text[] not null default '{}' check (time_windows <@ ${timeWindows}),
    unit text not null check (unit in (${units})),
    capacity_model text not null check (capacity_model in ('PLACES','HOURS','CASELOAD','DUO_HOURS')),
    working_area text[] not null check (cardinality(working_area) > 0),
    contracted_municipalities text[] not null default '{}',
    languages text[] not null default '{nl}',
    place_features text[] not null default '{}' check (place_features <@ ${placeFeatures}),
    created_at timestamptz not null default hub_now(),
    retired_at timestamptz,
    unique (organisation_id, key),
    check (age_max >= age_min),
    check ((rung = 'TAILORED') = (home_rung is not null))
  )`;

const report = `
  create table capacity_report (
    id uuid primary key default gen_random_uuid(),
    offer_id uuid not null references offer,
    sequence bigint not null,
    as_of timestamptz not null,
    received_at timestamptz not null default hub_now(),
    source text not null,
    method text not null check (method in ('MACHINE','MANUAL','IMPORT','PHONED')),
    status text not null check (status in ('HAS_CAPACITY','NO_CAPACITY','WAITLIST','ADDITIONAL_ASSESSMENT_REQUIRED','UNKNOWN')),
    available integer not null check (available >= 0),
    maximum integer not null,
    unit text not null check (unit in (${units})),
    next_available_on date,
    waitlist_count integer check (waitlist_count >= 0),
    wait_estimate_days integer check (wait_estimate_days >= 0),
    note text,
    withdrawn_at timestamptz,
    unique (offer_id, sequence),
    check (available <= maximum),
    check (case status when 'HAS_CAPACITY' then available > 0 when 'ADDITIONAL_ASSESSMENT_REQUIRED' then true else available = 0 end)
  )`;

const closure = `
  create table closure (
    id uuid primary key default gen_random_uuid(),
    offer_id uuid not null references offer,
    reason text not null check (reason in ('STAFF_SHORTAGE','GROUP_SAFETY','RENOVATION','INFECTION','FULL','OTHER')),
    closed_at timestamptz not null,
    expected_end_on date,
    reopened_at timestamptz,
    check (reopened_at is null or reopened_at >= closed_at)
  )`;

const hold = `
  create table hold (
    id uuid primary key default gen_random_uuid(),
    offer_id uuid not null references offer,
    quantity integer not null check (quantity > 0),
    created_at timestamptz not null default hub_now(),
    answer_due_at timestamptz not null,
    accepted_at timestamptz,
    expires_at timestamptz,
    converted_at timestamptz,
    ended_at timestamptz,
    check ((accepted_at is null) = (expires_at is null)),
    check (converted_at is null or accepted_at is not null)
  )`;

/**
 * What an offer can give at an instant, from what was known at that instant: the newest report, the holds that block units and
 * the closures. A hold blocks from its making until it is released, refused or past its term; once care has started it blocks
 * until a newer report counts it. A hold that was accepted before the report is already inside the reported figure.
 * A figure that is stale or was never given is never counted as free.
 */
const availability = `
  create function offer_availability(offer_id uuid, term_key text, at timestamptz, terms jsonb)
  returns table (
    status text, available integer, maximum integer, next_available_on date, waitlist_count integer, wait_estimate_days integer,
    is_closed boolean, is_overcommitted boolean, freshness text, as_of timestamptz, expires_at timestamptz, method text,
    last_held_at timestamptz
  )
  language sql stable parallel safe
  as $$
    select
      case when f.is_known then case when c.is_closed or (r.status = 'HAS_CAPACITY' and h.after_report >= r.available) then 'NO_CAPACITY'
        else r.status end else 'UNKNOWN' end,
      case when f.is_known then case when c.is_closed then 0 else greatest(r.available - h.after_report, 0) end end,
      case when f.is_known then r.maximum end,
      r.next_available_on, r.waitlist_count, r.wait_estimate_days,
      c.is_closed,
      coalesce(h.live > r.maximum, false),
      f.state, r.as_of, case when f.state <> 'UNKNOWN' then f.stale_at end, r.method, h.last_held_at
    from (select) one
    left join lateral (
      select * from capacity.capacity_report r
      where r.offer_id = $1 and r.received_at <= $3 and (r.withdrawn_at is null or r.withdrawn_at > $3)
      order by r.sequence desc limit 1
    ) r on true
    cross join lateral (
      select r.as_of + ($4 -> $2 -> r.method ->> 'agingHours')::numeric * interval '1 hour' as aging_at,
             r.as_of + ($4 -> $2 -> r.method ->> 'staleHours')::numeric * interval '1 hour' as stale_at
    ) t
    cross join lateral (
      select t.stale_at,
        case when r.as_of is null or r.status = 'UNKNOWN' then 'UNKNOWN' when $3 < t.aging_at then 'FRESH' when $3 < t.stale_at then 'AGING'
          else 'STALE' end as state,
        r.as_of is not null and r.status <> 'UNKNOWN' and $3 < t.stale_at as is_known
    ) f
    cross join lateral (
      select coalesce(sum(h.quantity) filter (where b.is_live and not (b.is_reported and b.is_converted)), 0)::integer as live,
        coalesce(sum(h.quantity) filter (where b.is_live and not b.is_reported), 0)::integer as after_report,
        max(h.created_at) as last_held_at
      from capacity.hold h
      cross join lateral (
        select (h.ended_at is null or h.ended_at > $3)
          and case when h.converted_at <= $3 then true when h.accepted_at <= $3 then h.expires_at > $3 else h.answer_due_at > $3 end as is_live,
          coalesce(h.converted_at <= $3, false) as is_converted,
          coalesce(h.accepted_at <= least($3, r.as_of, r.received_at), false) as is_reported
      ) b
      where h.offer_id = $1 and h.created_at <= $3
    ) h
    cross join lateral (
      select exists (
        select from capacity.closure c where c.offer_id = $1 and c.closed_at <= $3 and (c.reopened_at is null or c.reopened_at > $3)
      ) as is_closed
      offset 0 -- computed once, not once for each use
    ) c
  $$`;

/** Distance over the earth's surface in km, rounded to 100 m: bands and screens use the same figure. Null when a point is. */
const distance = `
  create function distance_km(latitude1 double precision, longitude1 double precision, latitude2 double precision, longitude2 double precision)
  returns double precision
  language sql immutable parallel safe
  as $$
    select case when $1 + $2 + $3 + $4 is not null then round((2 * 6371 * asin(least(1, sqrt(
      power(sin(radians($3 - $1) / 2), 2) + cos(radians($1)) * cos(radians($3)) * power(sin(radians($4 - $2) / 2), 2)
    ))))::numeric, 1)::double precision end
  $$`;

const indexes = [
  `create index offer_working_area on offer using gin (working_area) with (fastupdate = off)`,
  `create index offer_title on offer (title, id)`,
  `create index offer_rung on offer (rung, title, id)`,
  `create index offer_site on offer (site_id)`,
  `create index closure_offer on closure (offer_id, closed_at)`,
  `create index hold_offer on hold (offer_id, created_at)`,
];

/** The tables of capacity, the centres of all postcode areas and the two functions that the searches stand on. */
export class Capacity1700000000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [geography, site, offer, report, closure, hold, distance, availability, ...indexes]) {
      await runner.query(statement);
    }
    await runner.query(
      `insert into postcode_area
       select * from unnest($1::text[], $2::text[], $3::double precision[], $4::double precision[])`,
      postcodeColumns(),
    );
    await runner.query('revoke update, delete, truncate on capacity_report from thuisbasis_capacity');
    await runner.query('grant update (withdrawn_at) on capacity_report to thuisbasis_capacity');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function offer_availability, distance_km');
    await runner.query('drop table hold, closure, capacity_report, offer, site, postcode_area');
  }
}

function postcodeColumns(): string[][] {
  const text = readFileSync(new URL('./postcode-areas.csv', import.meta.url), 'utf8');
  const rows = text
    .trimEnd()
    .split('\n')
    .slice(2)
    .map((line) => line.split(','));
  return [0, 1, 2, 3].map((column) => rows.map((row) => row[column] ?? ''));
}
