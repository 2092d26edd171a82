import { LadderRung } from '../../../../vocabulary/ladder.js';
import { ExclusionCode } from '../reasons/criteria.rules.js';
import type { ChecklistSuggestion } from './suggestion.type.js';

/** What the search found on one rung. */
export interface RungFacts {
  readonly rung: LadderRung;
  readonly offersConsidered: number;
  readonly excluded: Readonly<Partial<Record<ExclusionCode, number>>>;
  /** Options that can start in time, by a current figure. */
  readonly inTimeCount: number;
  readonly fullCount: number;
  readonly withoutFigureCount: number;
  readonly oldestFigureAt: Date | null;
}

/** The forms of help that are weighed before a place in a group and that the search knows. */
export const suggestedRungs: readonly LadderRung[] = [
  ...(['AMBULATORY', 'INTENSIVE_AMBULATORY', 'DAY_TREATMENT', 'PART_TIME_RESPITE'] as const),
  ...(['KINSHIP_FOSTER', 'FOSTER', 'FAMILY_HOME', 'SMALL_SCALE'] as const),
];

const nothing = {
  offersConsidered: 0,
  excluded: {},
  inTimeCount: 0,
  fullCount: 0,
  withoutFigureCount: 0,
  oldestFigureAt: null,
};

/** The rungs on which nothing can start in time, lightest first; where nothing is offered at all nothing can. */
export function suggestionsFrom(facts: readonly RungFacts[]): ChecklistSuggestion[] {
  return suggestedRungs
    .map((rung): RungFacts => facts.find((one) => one.rung === rung) ?? { rung, ...nothing })
    .filter(({ inTimeCount }) => inTimeCount === 0)
    .map((found) => {
      const { rung, offersConsidered, fullCount, withoutFigureCount, oldestFigureAt } = found;
      const counts = { rung, offersConsidered, fullCount, withoutFigureCount, oldestFigureAt };
      return { ...counts, excluded: counted(found.excluded), text: sentence(found) };
    });
}

function counted(excluded: RungFacts['excluded']) {
  return ExclusionCode.codes.flatMap((code) => {
    const offerCount = excluded[code] ?? 0;
    return offerCount === 0 ? [] : [{ code, offerCount }];
  });
}

function sentence({ rung, offersConsidered, fullCount, withoutFigureCount }: RungFacts): string {
  const unfit = offersConsidered - fullCount - withoutFigureCount;
  const phone = withoutFigureCount > 0 ? '; bel die eerst' : '';
  return `Geen plek op tijd voor ${LadderRung.dutch[rung]}: ${offersConsidered} bekeken, ${unfit} niet passend, ${fullCount} vol, ${withoutFigureCount} zonder actueel cijfer${phone}.`;
}
