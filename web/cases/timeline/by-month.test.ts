import { describe, expect, it } from '@jest/globals';
import { byMonth } from './by-month.js';

describe('what happened, month by month', () => {
  it('stands under the month it was here, in the order in which it came', () => {
    const events = ['2026-12-02T09:00:00Z', '2026-11-30T23:30:00Z', '2026-11-30T22:30:00Z'].map((at) => ({ at }));
    expect(byMonth(events)).toEqual([
      ['december 2026', events.slice(0, 2)],
      ['november 2026', events.slice(2)],
    ]);
  });

  it('is nothing where nothing happened', () => {
    expect(byMonth([])).toEqual([]);
  });
});
