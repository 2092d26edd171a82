import type { EntityManager } from 'typeorm';
import { groupBy } from '../../../../platform/database/loaders.js';
import { LadderRung } from '../../../../vocabulary/ladder.js';
import type { NeedFields } from '../../../../vocabulary/need.js';
import type { TermTable } from '../../availability/freshness.rules.js';
import { toNeedRecord } from '../need/need.rules.js';
import { searched } from '../options.sql.js';
import type { RungFacts } from './suggestion.rules.js';

/** For whom it is searched on every lighter rung: what the case seeks itself does not count here. */
export interface AskedSuggestions {
  readonly id: string;
  readonly need: NeedFields;
}

/**
 * One search for each need, counted by rung, in one statement. $1 needs with their municipality, $2 freshness terms, $3 rungs from light to
 * heavy.
 */
const statement = `
  select asked.id, s.* from jsonb_to_recordset($1::jsonb) as asked (id text, municipality text, need jsonb)
  cross join lateral (
    ${searched({ municipality: 'asked.municipality', need: 'asked.need', terms: '$2', rungs: '$3', at: 'null' })},
    fallen as (select position, jsonb_object_agg(excluded_by, offers) as excluded from (
      select position, excluded_by, count(*) as offers from considered where excluded_by is not null group by position, excluded_by) e group by position),
    left_over as (select position, count(*) filter (where starts_in_time) as in_time,
      count(*) filter (where not starts_in_time and freshness in ('FRESH','AGING')) as full_ones,
      count(*) filter (where not starts_in_time and freshness not in ('FRESH','AGING')) as without_figure, min(as_of) as oldest
      from options group by position)
    select ($3::text[])[c.position + 1] as rung, c.offers::integer as "offersConsidered", coalesce(f.excluded, '{}') as excluded,
      coalesce(l.in_time, 0)::integer as "inTimeCount", coalesce(l.full_ones, 0)::integer as "fullCount",
      coalesce(l.without_figure, 0)::integer as "withoutFigureCount", l.oldest as "oldestFigureAt"
    from (select position, count(*) as offers from considered group by position) c
    left join fallen f using (position) left join left_over l using (position)
  ) s`;

/** Counts what a search finds on every rung. */
export function suggestionReadModel(db: EntityManager, terms: TermTable) {
  return {
    async find(asked: readonly AskedSuggestions[]): Promise<Map<AskedSuggestions, RungFacts[]>> {
      const needs = asked.map(({ need }, index) => ({
        id: String(index),
        municipality: need.municipalityCode,
        need: toNeedRecord({ ...need, rungs: [], heaviestRung: null }),
      }));
      const rows: (RungFacts & { id: string })[] = await db.query(statement, [
        JSON.stringify(needs),
        JSON.stringify(terms),
        LadderRung.codes,
      ]);
      const found = groupBy(rows, ({ id }) => id);
      return new Map(asked.map((one, index) => [one, found.get(String(index)) ?? []]));
    },
  };
}
