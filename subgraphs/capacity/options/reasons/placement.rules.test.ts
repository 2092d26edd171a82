import { describe, expect, it } from '@jest/globals';
import { placementReason } from './placement.rules.js';

const before = ['0', '4', '0', '0', '0', '1', '0', '-infinity', 'a'];

describe('the place of an option', () => {
  it('is the top when nothing stands before it', () => {
    expect(placementReason(before, null, 1).code).toBe('FIRST');
  });

  it.each([
    [0, 'AFTER_CONTRACT'],
    [1, 'AFTER_RUNG'],
    [2, 'AFTER_START'],
    [3, 'AFTER_FRESHNESS'],
    [4, 'AFTER_DELIVERY'],
    [5, 'AFTER_HOME'],
    [6, 'AFTER_SCHOOL'],
    [7, 'AFTER_FAIRNESS'],
    [8, 'AFTER_TIE'],
  ])('follows from the first sort value that differs, the one at %i: %s', (place, code) => {
    const own = before.map((value, index) => (index < place ? value : `other ${value}`));
    expect(placementReason(own, before, 5)).toEqual({ code, text: expect.stringMatching(/^Na nummer 4: .*\.$/) });
  });
});
