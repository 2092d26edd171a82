import type { EntityManager } from 'typeorm';
import type { Counted, FigureQuestion } from '../../../../figures/figure-question.js';
import { stockMomentOf, toldAtMoment } from '../../../../figures/moment.sql.js';
import type { GroupCount } from '../../../../figures/two-way-figure.rules.js';
import { anyReason, type DischargeGrouping } from './discharge-blocked.vocabulary.js';

/** How many placements of a group cannot be left for a reason; without one of all together, with for how long. */
export interface Blocked extends GroupCount {
  /** Null but for a group as a whole. */
  readonly medianDays: number | null;
  readonly ninetiethDays: number | null;
}

const groups: Readonly<Record<DischargeGrouping, string>> = {
  RUNG: 'p.rung',
  MUNICIPALITY: `case when p.municipality_code = any($4::text[]) then p.municipality_code else 'ELSEWHERE' end`,
};

/** The days on which a placement could be left and was not, before the day of the figure. */
const days = `(select sum(least(e.lifted_on, as_of) - e.since_on) from discharge_block e where e.placement_id = p.id and e.since_on <= as_of)`;

const count = (grouping: DischargeGrouping): string => `
  with ${stockMomentOf(3, 2)},
  blocked as materialized (
    select ${groups[grouping]} as "group", b.reason, ${days}::float8 as days
    from moment, placement p join discharge_block b on b.placement_id = p.id
    where p.region = $1 and not p.is_secondary and p.started_at < until and (p.ended_at is null or p.ended_at >= until)
      and b.since_on <= as_of and (b.lifted_on is null or b.lifted_on > as_of)
  ),
  weighed as (
    select coalesce("group", 'TOTAL') as "group", count(*) as count, percentile_cont(array[0.5, 0.9]) within group (order by days) as quantiles
    from blocked group by grouping sets (("group"), ()) having count(*) > 0
  ),
  counted as (
    select "group", reason as outcome, count(*) as count, null::float8 as "medianDays", null::float8 as "ninetiethDays" from blocked group by 1, 2
    union all
    select "group", '${anyReason}', count, quantiles[1], quantiles[2] from weighed
  )
  ${toldAtMoment('counted')}`;

/** Counts placements that could be left and are not, in one statement. */
export function dischargeBlockedReadModel(db: EntityManager) {
  return {
    async count({ region, year, asOf }: FigureQuestion, grouping: DischargeGrouping): Promise<Counted<Blocked>> {
      const values = [region.key, year, asOf, ...(grouping === 'MUNICIPALITY' ? [region.municipalityCodes] : [])];
      const [counted] = await db.query<Counted<Blocked>[]>(count(grouping), values);
      if (!counted) throw new Error('the statement always tells its moment');
      return counted;
    },
  };
}
