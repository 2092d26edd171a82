import type { EntityManager } from 'typeorm';
import type { Counted, FigureQuestion } from '../../../../figures/figure-question.js';
import { momentOf, toldAtMoment } from '../../../../figures/moment.sql.js';

/** How long is waited for a form of help at the end of a quarter, as providers told it and as the waiting lists of the hub have it. */
export interface QuarterWaiting {
  /** 1 to 4. */
  readonly quarter: number;
  readonly rung: string;
  /** Providers that offer it then. */
  readonly providers: number;
  /** Providers that told how long is waited; null where none did, as are the days. */
  readonly telling: number | null;
  readonly medianDays: number | null;
  readonly ninetiethDays: number | null;
  /** Children on the lists of providers, as these told it. */
  readonly toldChildren: number;
  /** Entries on the waiting lists of the hub. */
  readonly listed: number;
}

/** Each quarter of the year that has begun, with the instant until which is counted: its end, or the moment. */
const quarters = `
  select quarter, least(until, (began_on + interval '3 months') at time zone 'Europe/Amsterdam') as until
  from moment, generate_series(1, 4) quarter, lateral (select make_date($2::integer, 3 * quarter - 2, 1) as began_on) day
  where began_on::timestamp at time zone 'Europe/Amsterdam' < until`;

/** A provider offers a form of help from its first offer until the last was retired. */
const forms = `
  select organisation_id, rung, min(created_at) as from_at, max(coalesce(retired_at, 'infinity')) as until_at from served group by 1, 2`;

const offering = `
  select quarter, rung, count(*)::integer as providers
  from quarters q join forms f on f.from_at < q.until and f.until_at >= q.until
  group by 1, 2`;

/** What was told of the offers of the region and held at the end of a quarter. */
const told = `
  select quarter, rung, organisation_id, wait_estimate_days, waitlist_count
  from quarters q join told_wait w on w.from_at < q.until and w.until_at >= q.until join served o on o.id = w.offer_id`;

const telling = `
  select quarter, rung, percentile_cont(array[0.5, 0.9]) within group (order by wait_estimate_days) as days,
    coalesce(sum(waitlist_count), 0)::integer as children
  from told group by 1, 2`;

const tellers = `
  select quarter, rung, count(*)::integer as telling
  from (select distinct quarter, rung, organisation_id from told where wait_estimate_days is not null) one group by 1, 2`;

/** Since when somebody is on a waiting list of the hub, and until when. */
const entries = `
  select o.rung, e.since, case when e.state in ('WAITING','OFFERED') then 'infinity' else e.changed_at end as left_at
  from waitlist_entry e join served o on o.id = e.offer_id`;

const listed = `
  select quarter, rung, count(*)::integer as listed
  from quarters q join entries e on e.since < q.until and e.left_at >= q.until
  group by 1, 2`;

const count = `
  with ${momentOf(3)}, quarters as materialized (${quarters}),
  served as materialized (select id, organisation_id, rung collate "C" as rung, created_at, retired_at from offer where working_area && $1::text[]),
  forms as materialized (${forms}), told as materialized (${told}), entries as materialized (${entries}),
  counted as (
    select quarter, rung, coalesce(providers, 0) as providers, telling, days[1] as "medianDays", days[2] as "ninetiethDays",
      coalesce(children, 0) as "toldChildren", coalesce(listed, 0) as listed
    from (${offering}) offering full join (${telling}) told using (quarter, rung)
      full join (${tellers}) tellers using (quarter, rung) full join (${listed}) listed using (quarter, rung)
  )
  ${toldAtMoment('counted')}`;

/** Counts waiting at the end of each quarter for the offers that serve a region, in one statement. */
export function waitingQuartersReadModel(db: EntityManager) {
  return {
    async count({ region, year, asOf }: FigureQuestion): Promise<Counted<QuarterWaiting>> {
      const [counted] = await db.query<Counted<QuarterWaiting>[]>(count, [region.municipalityCodes, year, asOf]);
      if (!counted) throw new Error('the statement always tells its moment');
      return counted;
    },
  };
}
