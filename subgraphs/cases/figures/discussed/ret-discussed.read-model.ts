import type { EntityManager } from 'typeorm';
import type { Counted, FigureQuestion } from '../../../../figures/figure-question.js';
import { momentOf, toldAtMoment, yearOf } from '../../../../figures/moment.sql.js';
import type { GroupCount } from '../../../../figures/two-way-figure.rules.js';
import type { DiscussedGrouping, DiscussedSubject } from './ret-discussed.vocabulary.js';

const groups: Readonly<Record<DiscussedGrouping, string>> = { MONTH: 'd.month', MUNICIPALITY: 'd.municipality_code' };

const count = (grouping: DiscussedGrouping): string => `
  with ${momentOf(3)}, ${yearOf(2)},
  counted as (
    select ${groups[grouping]} as "group", d.outcome, sum(d.count) as count
    from moment, year, discussed($1, $4, began_at, least(next_began_at, until), until) d group by 1, 2
  )
  ${toldAtMoment('counted')}`;

/** Counts which children were spoken about at a table, in one statement. */
export function retDiscussedReadModel(db: EntityManager) {
  return {
    async count(
      { region, year, asOf }: FigureQuestion,
      grouping: DiscussedGrouping,
      subject: DiscussedSubject,
    ): Promise<Counted<GroupCount>> {
      const [counted] = await db.query<Counted<GroupCount>[]>(count(grouping), [region.key, year, asOf, subject]);
      if (!counted) throw new Error('the statement always tells its moment');
      return counted;
    },
  };
}
