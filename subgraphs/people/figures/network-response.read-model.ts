import type { EntityManager } from 'typeorm';
import type { Counted, FigureQuestion } from '../../../figures/figure-question.js';
import { momentOf, toldAtMoment, yearOf } from '../../../figures/moment.sql.js';
import { askedTeamKinds } from '../network/network-request.rules.js';
import type { NetworkResponseGrouping } from './network-response.vocabulary.js';

/** How many questions of a group were asked, and what became of these; of all together it is that of TOTAL. */
export interface NetworkResponse {
  readonly group: string;
  /** Of a team its name. */
  readonly title: string | null;
  readonly asked: number;
  readonly inTime: number;
  readonly late: number;
  readonly overdue: number;
  readonly waiting: number;
  readonly answered: number;
  readonly escalated: number;
  /** From asking to first contact; null where nobody had any. */
  readonly medianHours: number | null;
}

const count = `
  with ${momentOf(3)}, ${yearOf(2)},
  counted as (
    select n.part as "group", n.title, n.asked, n.in_time as "inTime", n.late, n.overdue, n.waiting, n.answered, n.escalated, n.median_hours as "medianHours"
    from moment, year, network_response($1, $5, $6, $4, began_at, least(next_began_at, until), until) n
  )
  ${toldAtMoment('counted')}`;

/** Counts how the network answers, in one statement. */
export function networkResponseReadModel(db: EntityManager) {
  return {
    async count(
      { region, year, asOf }: FigureQuestion,
      grouping: NetworkResponseGrouping,
    ): Promise<Counted<NetworkResponse>> {
      const values = [region.key, year, asOf, grouping, region.municipalityCodes, askedTeamKinds];
      const [counted] = await db.query<Counted<NetworkResponse>[]>(count, values);
      if (!counted) throw new Error('the statement always tells its moment');
      return counted;
    },
  };
}
