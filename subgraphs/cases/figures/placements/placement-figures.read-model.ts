import type { EntityManager } from 'typeorm';
import type { Counted, FigureQuestion } from '../../../../figures/figure-question.js';
import { momentOf, toldAtMoment, yearOf } from '../../../../figures/moment.sql.js';
import type { GroupCount } from '../../../../figures/two-way-figure.rules.js';
import type { PlacementGrouping } from './placement-figures.vocabulary.js';

const residential = `('RESIDENTIAL_GROUP','SECURE')`;
const foster = `('KINSHIP_FOSTER','FOSTER')`;

const monthOf = (instant: string): string => `to_char(${instant} at time zone 'Europe/Amsterdam', 'YYYY-MM')`;

/** Where placements are counted in the month or municipality of something that happened in the year, until the moment. */
const happened = (instant: string): string =>
  `moment, year, placement p
   where p.region = $1 and not p.is_secondary and ${instant} >= began_at and ${instant} < least(next_began_at, until)`;

const groupOf = (grouping: PlacementGrouping, instant: string): string =>
  ({ MONTH: monthOf(instant), MUNICIPALITY: 'p.municipality_code' })[grouping];

/**
 * Who lives in a group on the last day of each month, or on the day that is asked for: who came before its end less who left before it. Of
 * each stay it is counted once how many of these moments had passed when it began and when it ended.
 */
const residentialCount = `
  with ${momentOf(3)}, ${yearOf(2)},
  month as materialized (
    select first, least(until, (first + interval '1 month') at time zone 'Europe/Amsterdam') as at, row_number() over (order by first) as number
    from moment, generate_series(make_date($2::integer, 1, 1)::timestamp, make_date($2::integer, 12, 1), interval '1 month') first
    where first <= as_of
  ),
  stay as materialized (
    select width_bucket(p.started_at, ends) as began, width_bucket(p.ended_at, ends) as ended, p.birth_year, count(*) as count
    from year, (select array_agg(at order by number) as ends, max(at) as last_end from month) m, placement p
    where p.region = $1 and p.rung in ${residential} and not p.is_secondary and p.started_at < last_end
      and (p.ended_at >= began_at or p.ended_at is null)
    group by 1, 2, 3
  ),
  counted as (
    select to_char(first, 'YYYY-MM') as "group", case when $2::integer - birth_year < 12 then 'UNDER_12' else 'FROM_12' end as outcome,
      sum(count) as count
    from month join stay on began < number and (ended is null or ended >= number)
    group by 1, 2
  )
  ${toldAtMoment('counted')}`;

/** Who came to a rung and who left it, month by month. */
const ladderShift = `
  with ${momentOf(3)}, ${yearOf(2)},
  month as materialized (
    select array_agg(first at time zone 'Europe/Amsterdam' order by first) as begins
    from generate_series(make_date($2::integer, 1, 1)::timestamp, make_date($2::integer, 12, 1), interval '1 month') first
  ),
  moved as (
    select width_bucket(p.started_at, begins) as month, p.rung, 'IN' as outcome, count(*) as count
    from month, ${happened('p.started_at')} group by 1, 2
    union all
    select width_bucket(p.ended_at, begins), p.rung, 'OUT', count(*)
    from month, ${happened('p.ended_at')} and p.started_at is not null group by 1, 2
  ),
  counted as (select to_char(make_date($2::integer, month, 1), 'YYYY-MM') || '/' || rung as "group", outcome, count from moved)
  ${toldAtMoment('counted')}`;

/** Who came to live in a group, by whether a foster family came before. */
const fosterToResidential = (grouping: PlacementGrouping): string => `
  with ${momentOf(3)}, ${yearOf(2)},
  counted as (
    select ${groupOf(grouping, 'p.started_at')} as "group", case
        when p.previous_rung in ${foster} then 'DIRECTLY'
        when exists (select from placement earlier where earlier.case_id = p.case_id and earlier.rung in ${foster} and earlier.started_at < p.started_at)
        then 'EARLIER' else 'NEVER' end as outcome, count(*) as count
    from ${happened('p.started_at')} and p.rung in ${residential}
    group by 1, 2
  )
  ${toldAtMoment('counted')}`;

/** How stays in a foster family ended. */
const fosterEndings = (grouping: PlacementGrouping): string => `
  with ${momentOf(3)}, ${yearOf(2)},
  counted as (
    select ${groupOf(grouping, 'p.ended_at')} as "group", case
        when p.end_reason = 'ACCORDING_TO_PLAN' then 'PLANNED'
        when p.end_reason in ('BY_CLIENT','BY_PROVIDER','BY_AGREEMENT') then 'BREAKDOWN'
        else 'OTHER' end as outcome, count(*) as count
    from ${happened('p.ended_at')} and p.started_at is not null and p.rung in ${foster}
    group by 1, 2
  )
  ${toldAtMoment('counted')}`;

/** Counts placements of a region and a year, each figure in one statement. */
export function placementFiguresReadModel(db: EntityManager) {
  async function count(statement: string, { region, year, asOf }: FigureQuestion): Promise<Counted<GroupCount>> {
    const [counted] = await db.query<Counted<GroupCount>[]>(statement, [region.key, year, asOf]);
    if (!counted) throw new Error('the statement always tells its moment');
    return counted;
  }
  return {
    residentialCount: (question: FigureQuestion) => count(residentialCount, question),
    ladderShift: (question: FigureQuestion) => count(ladderShift, question),
    fosterToResidential: (question: FigureQuestion, grouping: PlacementGrouping) =>
      count(fosterToResidential(grouping), question),
    fosterEndings: (question: FigureQuestion, grouping: PlacementGrouping) => count(fosterEndings(grouping), question),
  };
}
