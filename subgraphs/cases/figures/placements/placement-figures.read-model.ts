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

/** Who lives in a group on the last day of each month, or on the day that is asked for. */
const residentialCount = `
  with ${momentOf(3)},
  month as (
    select first, least(until, (first + interval '1 month') at time zone 'Europe/Amsterdam') as at
    from moment, generate_series(make_date($2::integer, 1, 1)::timestamp, make_date($2::integer, 12, 1), interval '1 month') first
    where first <= as_of
  ),
  counted as (
    select to_char(first, 'YYYY-MM') as "group", case when $2::integer - p.birth_year < 12 then 'UNDER_12' else 'FROM_12' end as outcome,
      count(*) as count
    from month
    join placement p on p.region = $1 and p.rung in ${residential} and not p.is_secondary and p.started_at < at
      and (p.ended_at is null or p.ended_at >= at)
    group by 1, 2
  )
  ${toldAtMoment('counted')}`;

/** Who came to a rung and who left it, month by month. */
const ladderShift = `
  with ${momentOf(3)}, ${yearOf(2)},
  moved as (
    select ${monthOf('p.started_at')} || '/' || p.rung as "group", 'IN' as outcome from ${happened('p.started_at')}
    union all
    select ${monthOf('p.ended_at')} || '/' || p.rung, 'OUT' from ${happened('p.ended_at')} and p.started_at is not null
  ),
  counted as (select "group", outcome, count(*) as count from moved group by 1, 2)
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
