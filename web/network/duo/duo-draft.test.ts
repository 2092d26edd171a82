import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { faultsOf, fromAddress, hoursFor, lastDayOf, toAddress, wishesOf, type DuoDraft } from './duo-draft.js';

const draft: DuoDraft = { hoursPerWeek: '2,5', weeks: '6', fromOn: '2027-01-04', timeWindows: ['EVENING', 'WEEKEND'] };
const empty: DuoDraft = { hoursPerWeek: '', weeks: '', fromOn: '', timeWindows: [] };

describe('which duo is sought', () => {
  it('stands in the address, and comes back from it', () => {
    for (const one of [draft, empty]) expect(fromAddress(toAddress(one))).toEqual(one);
  });

  it('is left to the need of the case where nothing is filled in', () => {
    expect(wishesOf(empty)).toEqual({});
    expect(wishesOf(draft)).toEqual({ ...draft, hoursPerWeek: 2.5, weeks: 6 });
  });

  it('says what is wrong, and asks nothing of it', () => {
    const wrong = { ...draft, hoursPerWeek: '2,3', weeks: '0' };
    expect(Object.keys(faultsOf(wrong))).toEqual(['hoursPerWeek', 'weeks']);
    expect(wishesOf(wrong)).toEqual({});
  });
});

describe('what a duo is booked for', () => {
  const windows = fc.array(
    fc.record({ timeWindow: fc.constantFrom('DAYTIME', 'EVENING'), hoursPerWeek: fc.integer({ min: 1, max: 40 }) }),
  );

  it('is never more than both have, nor more than was sought', () => {
    fc.assert(
      fc.property(windows, fc.integer({ min: 1, max: 60 }), (given, sought) => {
        const sum = (hours: readonly { readonly hoursPerWeek: number }[]): number =>
          hours.reduce((total, { hoursPerWeek }) => total + hoursPerWeek, 0);
        expect(sum(hoursFor(given, sought))).toBe(Math.min(sought, sum(given)));
        hoursFor(given, sought).forEach((taken, index) => {
          expect(taken.hoursPerWeek).toBeGreaterThan(0);
          expect(taken.hoursPerWeek).toBeLessThanOrEqual(given[index]?.hoursPerWeek ?? 0);
        });
      }),
    );
  });

  it('ends on the last day of its last week, whether the clock is set meanwhile or not', () => {
    expect(lastDayOf('2027-01-04', 1)).toBe('2027-01-10');
    expect(lastDayOf('2027-03-15', 4)).toBe('2027-04-11');
  });
});
