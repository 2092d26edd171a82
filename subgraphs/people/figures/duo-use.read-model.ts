import type { EntityManager } from 'typeorm';
import type { Counted, FigureQuestion } from '../../../figures/figure-question.js';
import { momentOf, toldAtMoment } from '../../../figures/moment.sql.js';
import type { DuoUseGrouping } from './duo-use.vocabulary.js';

/** What duos of a group gave; of all together it is that of TOTAL. */
export interface DuoUse {
  readonly group: string;
  /** Of an organisation its name. */
  readonly title: string | null;
  readonly duos: number;
  readonly hours: number;
  /** Of a duo; null where there is none. */
  readonly medianHours: number | null;
  readonly medianWeeks: number | null;
}

const count = `
  with ${momentOf(3)},
  counted as (
    select u.part as "group", u.title, u.duos, u.hours, u.median_hours as "medianHours", u.median_weeks as "medianWeeks"
    from moment, duo_use($1, $5, $4, make_date($2::integer, 1, 1), least(as_of, make_date($2::integer, 12, 31))) u
  )
  ${toldAtMoment('counted')}`;

/** Counts how duos are used, in one statement. */
export function duoUseReadModel(db: EntityManager) {
  return {
    async count({ region, year, asOf }: FigureQuestion, grouping: DuoUseGrouping): Promise<Counted<DuoUse>> {
      const values = [region.key, year, asOf, grouping, region.municipalityCodes];
      const [counted] = await db.query<Counted<DuoUse>[]>(count, values);
      if (!counted) throw new Error('the statement always tells its moment');
      return counted;
    },
  };
}
