import type { EntityManager } from 'typeorm';
import type { FigureQuestion } from '../../../../figures/figure-question.js';
import { stockMomentOf } from '../../../../figures/moment.sql.js';
import type { LearningFactor } from '../../../../vocabulary/learning-factor.js';

/** How many signals wait for an end, by what they are about. */
export interface OpenSignals {
  readonly factor: LearningFactor;
  readonly count: number;
}

const count = `
  with ${stockMomentOf(3, 2)}
  select s.factor, count(*)::integer as count from moment
  join signal s on s.region = $1 and s.raised_at < moment.until and (s.answered_at is null or s.answered_at >= moment.until)
  group by 1`;

/** Counts the signals of a region that were raised and had no end on a day, in one statement. */
export function openSignalsReadModel(db: EntityManager) {
  return {
    count: ({ region, year, asOf }: FigureQuestion): Promise<OpenSignals[]> =>
      db.query(count, [region.key, year, asOf]),
  };
}
