import type { EntityManager } from 'typeorm';
import type { Counted, FigureQuestion } from '../../../figures/figure-question.js';
import { momentOf, toldAtMoment, yearOf } from '../../../figures/moment.sql.js';
import type { WaitingGrouping } from './waiting-times.vocabulary.js';

/** What is known of waiting in a group: who was placed, who waits, and what providers report of their offers. */
export interface Waiting {
  readonly group: string;
  readonly outcome: 'PLACED' | 'WAITING' | 'REPORTED';
  /** Entries of waiting lists; of what is reported the offers. */
  readonly count: number;
  readonly providers: number;
  readonly medianDays: number;
  readonly ninetiethDays: number;
}

const groups: Readonly<Record<WaitingGrouping, string>> = {
  RUNG: 'o.rung collate "C"',
  MUNICIPALITY: `case when s.municipality_code = any($1::text[]) and not o.place_features @> '{SECRET_LOCATION}' then s.municipality_code else 'ELSEWHERE' end collate "C"`,
};

/** The offers that serve the region. Where a secret place is, nobody learns. */
const served = (grouping: WaitingGrouping): string => `
  select o.id, o.organisation_id, ${groups[grouping]} as "group"
  from offer o join site s on s.id = o.site_id
  where o.working_area && $1::text[]`;

const days = (from: string, to: string): string => `extract(epoch from ${to} - ${from})::float8 / 86400`;

/** Who was placed in the year from a waiting list, and who waits at the moment. What came later has not happened yet. */
const entries = `
  select o."group", o.organisation_id, 'PLACED' collate "C" as outcome, ${days('e.since', 'e.changed_at')} as days
  from moment, year, served o join waitlist_entry e on e.offer_id = o.id
  where e.state = 'PLACED' and e.changed_at >= began_at and e.changed_at < least(next_began_at, until)
  union all
  select o."group", o.organisation_id, 'WAITING' collate "C", ${days('e.since', 'until')}
  from moment, served o join waitlist_entry e on e.offer_id = o.id
  where e.since < until and (e.state in ('WAITING','OFFERED') or e.changed_at >= until)`;

/** The waiting time that was told of each offer and held at the moment. */
const reports = `
  select o."group", o.organisation_id, 'REPORTED' collate "C", w.wait_estimate_days::float8
  from moment, told_wait w join served o on o.id = w.offer_id
  where w.from_at < until and w.until_at >= until and w.wait_estimate_days is not null`;

const count = (grouping: WaitingGrouping): string => `
  with ${momentOf(3)}, ${yearOf(2)}, served as materialized (${served(grouping)}),
  told as (${entries} union all ${reports}),
  weighed as (
    select "group", outcome, count(*) as count, count(distinct organisation_id) as providers,
      percentile_cont(array[0.5, 0.9]) within group (order by days) as quantiles
    from told
    group by 1, 2
  ),
  counted as (
    select "group", outcome, count, providers, quantiles[1] as "medianDays", quantiles[2] as "ninetiethDays" from weighed
  )
  ${toldAtMoment('counted')}`;

/** Counts who waits for the offers that serve a region and how long, in one statement. */
export function waitingTimesReadModel(db: EntityManager) {
  return {
    async count({ region, year, asOf }: FigureQuestion, grouping: WaitingGrouping): Promise<Counted<Waiting>> {
      const values = [region.municipalityCodes, year, asOf];
      const [counted] = await db.query<Counted<Waiting>[]>(count(grouping), values);
      if (!counted) throw new Error('the statement always tells its moment');
      return counted;
    },
  };
}
