import type { EntityManager } from 'typeorm';
import type { Counted, FigureQuestion } from '../../../../figures/figure-question.js';
import { momentOf, toldAtMoment } from '../../../../figures/moment.sql.js';
import type { GroupCount } from '../../../../figures/two-way-figure.rules.js';
import { LadderRung } from '../../../../vocabulary/ladder.js';
import { UnmetReason } from '../../options/unmet/unmet.rules.js';
import type { UnmetNeedGrouping } from './unmet-need.vocabulary.js';

const groups: Readonly<Record<UnmetNeedGrouping, string>> = {
  RUNG: 'rung',
  MUNICIPALITY: 'municipality',
  REASON: 'reason',
  AGE_BAND: 'age_band',
};

/**
 * Everybody once, by the last day of the year on which nothing was found: of that day the lightest rung, and there the criterion that is applied
 * last, which only the offers fail that came nearest.
 */
const everybody = `
  select distinct on (child) coalesce(case_id, child_id) as child, is_anonymous, age_band, rung, reason, helped_on, helped_rung,
    case when municipality_code = any($4::text[]) then municipality_code else 'ELSEWHERE' end as municipality
  from moment, unmet_need
  where region = $1 and sought_on >= make_date($2::integer, 1, 1) and sought_on <= least(as_of, make_date($2::integer, 12, 31))
  order by child, sought_on desc, coalesce(array_position($5::text[], rung), 99), array_position($6::text[], reason) desc`;

const count = (grouping: UnmetNeedGrouping): string => `
  with ${momentOf(3)}, everybody as (${everybody}),
  counted as (
    select ${groups[grouping]} as "group", case
        when is_anonymous then 'NOT_KNOWN'
        when helped_on is null or helped_on > as_of then 'NOT_YET'
        when rung in ('ANY', helped_rung) then 'AS_SOUGHT'
        else 'OTHERWISE'
      end as outcome, count(*)::integer as count
    from everybody, moment
    group by 1, 2
  )
  ${toldAtMoment('counted')}`;

/** Counts children for whom a search found no option, in one statement. */
export function unmetNeedReadModel(db: EntityManager) {
  return {
    async count({ region, year, asOf }: FigureQuestion, grouping: UnmetNeedGrouping): Promise<Counted<GroupCount>> {
      const orders = [LadderRung.codes, UnmetReason.codes];
      const values = [region.key, year, asOf, region.municipalityCodes, ...orders];
      const [counted] = await db.query<Counted<GroupCount>[]>(count(grouping), values);
      if (!counted) throw new Error('the statement always tells its moment');
      return counted;
    },
  };
}
