import type { EntityManager } from 'typeorm';
import { bandOf } from '../../../../figures/bands.rules.js';
import type { Counted, FigureQuestion } from '../../../../figures/figure-question.js';
import { stockMomentOf, toldAtMoment } from '../../../../figures/moment.sql.js';
import type { GroupCount } from '../../../../figures/two-way-figure.rules.js';
import { AgeBand, agesOf } from '../../../../vocabulary/age-band.js';
import { anyRung, everyChild, olderChild, refusalBands, weekBands, type StuckFrom } from './stuck-cases.rules.js';
import type { StuckGrouping, StuckMeasure } from './stuck-cases.vocabulary.js';

const bands = AgeBand.codes.map(
  (band) => `when $2::integer - birth_year <= ${Math.max(...agesOf(band))} then '${band}'`,
);

const groups: Readonly<Record<StuckGrouping, string>> = {
  RUNG: `unnest(array['${everyChild.key}'] || case when rungs = '{}' then array['${anyRung.key}'] else rungs end)`,
  MUNICIPALITY: 'municipality_code',
  AGE_BAND: `case ${bands.join(' ')} else '${olderChild.key}' end`,
};

const outcomes: Readonly<Record<StuckMeasure, string>> = {
  WEEKS: bandOf('weeks', weekBands),
  REFUSALS: bandOf('refusals', refusalBands),
};

const count = (grouping: StuckGrouping, measure: StuckMeasure): string => `
  with ${stockMomentOf(3, 2)},
  counted as (
    select ${groups[grouping]} as "group", ${outcomes[measure]} as outcome, count(*) as count
    from stuck_cases($1, (select until from moment))
    where weeks >= $4 or refusals >= $5
    group by 1, 2
  )
  ${toldAtMoment('counted')}`;

/** Counts for whom help is sought in vain, in one statement. */
export function stuckCasesReadModel(db: EntityManager) {
  return {
    async count(
      { region, year, asOf }: FigureQuestion,
      { fromWeeks, fromRefusals }: StuckFrom,
      grouping: StuckGrouping,
      measure: StuckMeasure,
    ): Promise<Counted<GroupCount>> {
      const values = [region.key, year, asOf, fromWeeks, fromRefusals];
      const [counted] = await db.query<Counted<GroupCount>[]>(count(grouping, measure), values);
      if (!counted) throw new Error('the statement always tells its moment');
      return counted;
    },
  };
}
