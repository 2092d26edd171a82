import { availabilityColumns } from '../availability/availability.read-model.js';
import { everyFailedCriterion, firstFailedCriterion } from './reasons/criteria.sql.js';

/** What a search is asked with, as SQL. */
export interface SearchExpressions {
  /** The municipality of residence. */
  readonly municipality: string;
  /** The need, as JSON. */
  readonly need: string;
  /** The terms of freshness. */
  readonly terms: string;
  /** The rungs from light to heavy. */
  readonly rungs: string;
  /** The instant of an earlier page; null for now. */
  readonly at: string;
}

/** The need of the search as one row, with the instant of evaluation, the days that follow from it and the two centres. */
const needRow = (asked: SearchExpressions): string => `
  select n.*, m.at,
    coalesce(n.start_by_on, m.today) as helped_on,
    greatest(n.start_by_on, m.today) as deadline_on,
    m.today,
    home.latitude as home_latitude, home.longitude as home_longitude,
    school.latitude as school_latitude, school.longitude as school_longitude
  from jsonb_to_record(${asked.need}::jsonb) as n (
    rungs text[], heaviest_position integer, birth_year integer, sex text, paying_municipality text, start_by_on date,
    hours_per_week numeric, time_windows text[], children_together integer, near_postcode4 text, school_postcode4 text,
    max_distance_km integer, characteristics text[], legal_frameworks text[], contracted_only boolean
  )
  cross join lateral (select coalesce(${asked.at}::timestamptz, hub_now()) as at) i
  cross join lateral (select i.at, (i.at at time zone 'Europe/Amsterdam')::date as today) m
  left join postcode_area home on home.postcode4 = n.near_postcode4
  left join postcode_area school on school.postcode4 = n.school_postcode4`;

/** An offer `o` beside the need `n`, with what the criteria ask of both. */
const beside = (asked: SearchExpressions): string => `
  from offer o
  cross join need n
  join site s on s.id = o.site_id
  join postcode_area place on place.postcode4 = s.postcode4
  cross join lateral (select array_position(${asked.rungs}::text[], coalesce(o.home_rung, o.rung)) - 1 as position) p
  cross join lateral (select extract(year from n.helped_on)::integer - n.birth_year as oldest) y
  cross join lateral (select n.paying_municipality = any(o.contracted_municipalities) as is_contracted) k
  left join lateral (
    select distance_km(place.latitude, place.longitude, n.home_latitude, n.home_longitude) as to_home,
      distance_km(place.latitude, place.longitude, n.school_latitude, n.school_longitude) as to_school
  ) d on not 'SECRET_LOCATION' = any(o.place_features)`;

/** Every offer that serves the municipality of the need, with the first hard criterion that it fails. */
const consideredOffers = (asked: SearchExpressions): string => `
  select o.id, o.organisation_id, o.title, o.rung, o.unit, o.is_crisis, o.time_windows,
    p.position, d.to_home, d.to_school, k.is_contracted, ${firstFailedCriterion} as excluded_by
  ${beside(asked)}
  where o.working_area @> array[${asked.municipality}]::text[] and o.created_at <= n.at and (o.retired_at is null or o.retired_at > n.at)`;

/** What passed every criterion, with its availability at the instant and what the order asks of it. */
const passedOffers = (asked: SearchExpressions): string => `
  select o.*, ${availabilityColumns},
    f.available_from_on, coalesce(f.available_from_on <= n.deadline_on, false) as starts_in_time,
    n.hours_per_week is null or o.unit <> 'HOUR_PER_WEEK' or coalesce(a.available, 0) >= n.hours_per_week as are_hours_met,
    cardinality(o.time_windows) = 0 or n.time_windows <@ o.time_windows as are_windows_met,
    a.last_held_at
  from considered o
  cross join need n
  cross join lateral offer_availability(o.id, case when o.is_crisis then 'CRISIS' else o.rung end, n.at, ${asked.terms}::jsonb) a
  cross join lateral (
    select (a.as_of at time zone 'Europe/Amsterdam')::date + nullif(a.wait_estimate_days, 0) as waited_until_on
  ) w
  cross join lateral (
    select case
      when a.available is null then null
      when a.available >= case o.unit when 'PLACE' then n.children_together else 1 end then n.today
      when a.next_available_on >= n.today then a.next_available_on
      when a.next_available_on is null and w.waited_until_on >= n.today then w.waited_until_on
    end as available_from_on
  ) f
  where o.excluded_by is null`;

/** The sort values: contract, rung, start, freshness, hours and windows, 5 km bands of home and school, fairness, id. */
const keyed = `
  select o.*,
    case when is_contracted then 0 else 1 end as key_contract,
    position as key_rung,
    case when starts_in_time then 0 else 1 end as key_start,
    case freshness when 'FRESH' then 0 when 'AGING' then 1 else 2 end as key_freshness,
    case when are_hours_met and are_windows_met then 0 else 1 end as key_delivery,
    coalesce(floor(to_home / 5), 0)::integer as key_home,
    coalesce(floor(to_school / 5), 0)::integer as key_school,
    coalesce(last_held_at, '-infinity') as key_held
  from options o`;

const sortKey = 'key_contract, key_rung, key_start, key_freshness, key_delivery, key_home, key_school, key_held, id';

/** What follows the cursor, numbered on from its rank. */
const page = `
  select k.*, coalesce(($6::jsonb ->> 'rank')::integer, 0) + row_number() over (order by ${sortKey}) as rank
  from keyed k
  where $6::jsonb is null or (${sortKey}) > (
    ($6::jsonb -> 'sortKey' ->> 0)::integer, ($6::jsonb -> 'sortKey' ->> 1)::integer, ($6::jsonb -> 'sortKey' ->> 2)::integer,
    ($6::jsonb -> 'sortKey' ->> 3)::integer, ($6::jsonb -> 'sortKey' ->> 4)::integer, ($6::jsonb -> 'sortKey' ->> 5)::integer,
    ($6::jsonb -> 'sortKey' ->> 6)::integer, ($6::jsonb -> 'sortKey' ->> 7)::timestamptz, ($6::jsonb -> 'sortKey' ->> 8)::uuid
  )
  order by ${sortKey}
  limit $7`;

/**
 * The rungs on which a first page found no option, each with what every offer there fails: different ones once each. Where no rung is sought in
 * particular it is any rung, and nothing unless there is no option at all.
 */
const unmet = (asked: SearchExpressions): string => `
  select sought.rung, coalesce((
    select jsonb_agg(distinct ${everyFailedCriterion})
    ${beside(asked)}
    where o.id in (select c.id from considered c where sought.rung = 'ANY' or c.rung = sought.rung)
  ), '[]') as misses
  from (select unnest(case when cardinality(rungs) > 0 then rungs else '{ANY}' end) as rung from need) sought
  where $6::jsonb is null and not exists (select from options o where sought.rung = 'ANY' or o.rung = sought.rung)`;

/** The tables `need`, `considered` and `options` of a search. */
export function searched(asked: SearchExpressions): string {
  return `with need as materialized (${needRow(asked)}), considered as materialized (${consideredOffers(asked)}),
    options as materialized (${passedOffers(asked)})`;
}

const asked: SearchExpressions = { municipality: '$1', need: '$2', terms: '$3', rungs: '$4', at: '$5' };

/**
 * The whole search in one statement.
 * $1 municipality of residence, $2 need, $3 freshness terms, $4 rungs from light to heavy, $5 instant of an earlier page, $6 its cursor, $7 rows.
 */
export const searchStatement = `
  ${searched(asked)},
  unmet as (${unmet(asked)}),
  keyed as (${keyed}),
  page as (${page})
  select
    (select to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') from need) as evaluated_at,
    (select at > hub_now() from need) as is_ahead,
    (select near_postcode4 is null or home_latitude is not null from need) as is_home_known,
    (select school_postcode4 is null or school_latitude is not null from need) as is_school_known,
    (select count(*) from considered) as offers_considered,
    (select count(distinct organisation_id) from considered) as organisations_considered,
    (select count(*) from options) as options_found,
    coalesce((select jsonb_agg(to_jsonb(p) order by p.rank) from page p), '[]') as options,
    coalesce((
      select jsonb_agg(e) from (
        select excluded_by as code, count(*) as offer_count, (array_agg(id order by title, id))[1:100] as offer_ids
        from considered where excluded_by is not null group by excluded_by
      ) e
    ), '[]') as excluded,
    coalesce((
      select jsonb_agg(m order by m.last_report_at desc nulls last, m.organisation_id) from (
        select organisation_id, max(as_of) as last_report_at, bool_or(freshness = 'STALE') as has_stale
        from options where freshness in ('STALE', 'UNKNOWN') group by organisation_id
      ) m
    ), '[]') as missing,
    (select to_char(today, 'YYYY-MM-DD') from need) as searched_on,
    coalesce((select jsonb_agg(u) from unmet u), '[]') as unmet`;
