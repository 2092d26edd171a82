import { describe, expect, it } from '@jest/globals';
import { countsOf, groupingsOf } from './agenda-counts.rules.js';
import type { Figure } from './figure.type.js';

const row = (key: string, value: number | null) => ({
  ...{ key, title: `titel ${key}`, cells: [] },
  total: { value, whyWithheld: value === null ? ('FEW' as const) : null },
});
const whole: Figure = {
  ...{ name: 'f', title: 'F', region: 'flevoland', year: 2023, asOf: '2023-12-31', unit: 'kinderen', columns: [] },
  ...{ rows: [row('A', 15), row('B', 0), row('C', null)], total: row('TOTAL', 30) },
  ...{ howCounted: [], doesNotAddUp: [], assumptions: [] },
};

describe('what an agenda takes of a figure', () => {
  it('is the total of each code as it stands there, also where it is withheld, and no sum', () => {
    expect(countsOf(whole, ['C', 'A', 'Z'])).toEqual([
      { key: 'A', title: 'titel A', count: 15, whyWithheld: null },
      { key: 'C', title: 'titel C', count: null, whyWithheld: 'FEW' },
    ]);
  });

  it('is counted by what the theme says something of', () => {
    expect(groupingsOf({ rungs: ['FOSTER'], ageBands: [] })).toEqual([['RUNG', ['FOSTER']]]);
    expect(groupingsOf({ rungs: [], ageBands: [] })).toEqual([]);
    expect(groupingsOf({ rungs: ['FOSTER'], ageBands: ['AGE_0_3'] }).map(([by]) => by)).toEqual(['RUNG', 'AGE_BAND']);
  });
});
