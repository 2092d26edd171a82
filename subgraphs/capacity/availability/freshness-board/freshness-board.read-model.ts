import type { EntityManager } from 'typeorm';
import type { TermTable } from '../freshness.rules.js';

export interface BoardQuestion {
  readonly municipalityCodes: readonly string[];
  /** The first day of the month; null for the running month. */
  readonly firstDay: string | null;
  /** The only organisation whose row is given; null gives all. */
  readonly organisationId: string | null;
  /** The row after which the page begins: its days without update and its organisation. */
  readonly after: readonly [days: number, organisationId: string] | null;
  readonly limit: number;
}

/** How one provider kept its figures up to date in one month. */
export interface BoardLine {
  readonly organisationId: string;
  readonly offerCount: number;
  readonly freshCount: number;
  readonly lastReportAt: Date | null;
  readonly daysCounted: number;
  readonly daysWithoutUpdate: number;
  readonly longestGapDays: number;
}

const moments = `
  select n.at, (n.at at time zone 'Europe/Amsterdam')::date as today,
    coalesce($2::date, date_trunc('month', n.at at time zone 'Europe/Amsterdam')::date) as first_day
  from (select hub_now() as at) n`;

/** Every offer that serves the region or did, with its newest figure by its own provider: what a broker was told is not the provider's. */
const offers = `
  select o.id, o.organisation_id, o.retired_at is null as is_active, a.freshness = 'FRESH' as is_fresh,
    (o.created_at at time zone 'Europe/Amsterdam')::date as since, r.as_of as last_report_at
  from offer o
  cross join moment m
  cross join lateral offer_availability(o.id, case when o.is_crisis then 'CRISIS' else o.rung end, m.at, $4::jsonb) a
  left join lateral (
    select r.as_of from capacity_report r where r.offer_id = o.id and r.withdrawn_at is null and r.method <> 'PHONED'
    order by r.as_of desc, r.sequence desc limit 1
  ) r on true
  where o.working_area && $1::text[] and ($3::uuid is null or o.organisation_id = $3)`;

/** The days of the month that are over, from the day of a provider's first offer on, on which it gave no figure of any offer. */
const missed = `
  select p.organisation_id, d.day
  from provider p
  cross join moment m
  cross join lateral (
    select generate_series(greatest(m.first_day, p.since), least((m.first_day + interval '1 month')::date, m.today) - 1, interval '1 day')::date as day
  ) d
  where not exists (
    select from unnest(p.offer_ids) as o (id)
    cross join lateral (
      select from capacity_report r
      where r.offer_id = o.id and r.withdrawn_at is null and r.method <> 'PHONED'
        and r.as_of >= d.day::timestamp at time zone 'Europe/Amsterdam'
        and r.as_of < (d.day + 1)::timestamp at time zone 'Europe/Amsterdam'
      limit 1
    ) r
  )`;

/** Days that follow on each other lie in one run: their number less their place is the same. */
const gaps = `
  select organisation_id, count(*) as days
  from (select organisation_id, day - row_number() over (partition by organisation_id order by day)::integer as run from missed) m
  group by organisation_id, run`;

const board = `
  with moment as materialized (${moments}),
  offers as materialized (${offers}),
  provider as materialized (
    select organisation_id, array_agg(id) as offer_ids, min(since) as since, max(last_report_at) as last_report_at, count(*) filter (where is_active) as offer_count,
      count(*) filter (where is_active and is_fresh) as fresh_count
    from offers group by organisation_id having bool_or(is_active)
  ),
  missed as materialized (${missed}),
  gap as (${gaps}),
  line as (
    select p.organisation_id, p.offer_count, p.fresh_count, p.last_report_at,
      greatest(least((m.first_day + interval '1 month')::date, m.today) - greatest(m.first_day, p.since), 0) as days_counted,
      coalesce(g.days, 0) as days_without_update, coalesce(g.longest, 0) as longest_gap_days
    from provider p
    cross join moment m
    left join (select organisation_id, sum(days)::integer as days, max(days)::integer as longest from gap group by organisation_id) g
      using (organisation_id)
  )
  select organisation_id as "organisationId", offer_count::integer as "offerCount", fresh_count::integer as "freshCount",
    last_report_at as "lastReportAt", days_counted as "daysCounted", days_without_update as "daysWithoutUpdate",
    longest_gap_days as "longestGapDays"
  from line
  where $5::integer is null or (-days_without_update, organisation_id) > (-$5::integer, $6::uuid)
  order by days_without_update desc, organisation_id
  limit $7`;

/** The providers of a region, those with the most days without an update first: one statement. */
export function freshnessBoardReadModel(db: EntityManager, terms: TermTable) {
  return {
    async findLines({
      municipalityCodes,
      firstDay,
      organisationId,
      after,
      limit,
    }: BoardQuestion): Promise<BoardLine[]> {
      const [days, organisation] = after ?? [null, null];
      const values = [municipalityCodes, firstDay, organisationId, JSON.stringify(terms), days, organisation, limit];
      return db.query(board, values);
    },
  };
}

export type FreshnessBoardReadModel = ReturnType<typeof freshnessBoardReadModel>;
