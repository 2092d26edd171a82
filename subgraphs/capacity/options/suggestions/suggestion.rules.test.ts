import { describe, expect, it } from '@jest/globals';
import { suggestedRungs, suggestionsFrom, type RungFacts } from './suggestion.rules.js';

const oldestFigureAt = new Date('2026-03-01T08:00:00Z');
const foster: RungFacts = {
  ...{ rung: 'FOSTER', offersConsidered: 9, excluded: { TARGET_GROUP: 1, AGE: 5 }, inTimeCount: 0, fullCount: 2 },
  ...{ withoutFigureCount: 1, oldestFigureAt },
};
const onFoster = (facts: readonly RungFacts[]) => suggestionsFrom(facts).find(({ rung }) => rung === 'FOSTER');

describe('what is proposed as without a place', () => {
  it('says how many do not fit, are full and must be phoned first, and how old the figures are', () => {
    expect(onFoster([foster])).toEqual({
      ...{ rung: 'FOSTER', offersConsidered: 9, fullCount: 2, withoutFigureCount: 1, oldestFigureAt },
      excluded: [
        { code: 'AGE', offerCount: 5 },
        { code: 'TARGET_GROUP', offerCount: 1 },
      ],
      text: 'Geen plek op tijd voor pleegzorg: 9 bekeken, 6 niet passend, 2 vol, 1 zonder actueel cijfer; bel die eerst.',
    });
  });

  it('is not what can start in time', () => {
    expect(onFoster([{ ...foster, inTimeCount: 1 }])).toBeUndefined();
  });

  it('is every searched form of help, lightest first, where nothing is offered at all', () => {
    expect(suggestionsFrom([]).map(({ rung }) => rung)).toEqual(suggestedRungs);
  });
});
