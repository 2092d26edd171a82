import type { EntityManager } from 'typeorm';
import type { Counted, FigureQuestion } from '../../../../figures/figure-question.js';
import { momentOf, toldAtMoment } from '../../../../figures/moment.sql.js';

/** Of how many children a stay in a group was prevented or shortened, and for how many days so far. */
export interface Avoided {
  readonly group: 'PREVENTED' | 'SHORTENED';
  readonly children: number;
  readonly days: number;
}

const count = `
  with ${momentOf(3)},
  counted as (
    select a."group", count(*) as children, sum(a.days) as days
    from moment, avoided_stays($1, $2, as_of, until, $4) a where a.days > 0 group by 1
  )
  ${toldAtMoment('counted')}`;

/** Counts the days that children did not live in a group, in one statement; what counts is said by the function `avoided_stays`. */
export function costBenefitReadModel(db: EntityManager) {
  return {
    async count({ region, year, asOf }: FigureQuestion, assumedStayDays: number): Promise<Counted<Avoided>> {
      const [counted] = await db.query<Counted<Avoided>[]>(count, [region.key, year, asOf, assumedStayDays]);
      if (!counted) throw new Error('the statement always tells its moment');
      return counted;
    },
  };
}
