import { describe, expect, it } from '@jest/globals';
import { workingDayAfter } from './working-days.rules.js';

describe('five working days', () => {
  it.each<[string, string, string]>([
    ['go over a weekend', '2026-11-23', '2026-11-30'],
    ['begin on Monday for what happened on Saturday', '2026-11-28', '2026-12-04'],
    ['go over Christmas and New Year', '2026-12-22', '2026-12-30'],
    ['go over New Year', '2026-12-29', '2027-01-06'],
    ['go over Good Friday and Easter Monday of 2026', '2026-04-01', '2026-04-10'],
    ['go over an Easter in March, of 2024', '2024-03-27', '2024-04-05'],
    ['go over the latest Easter there is, of 2038', '2038-04-20', '2038-04-30'],
    ["go over King's Day of 2026", '2026-04-24', '2026-05-04'],
    ["go over King's Day on a Saturday, as that of 2025", '2025-04-23', '2025-04-30'],
    ['go over Liberation Day and Ascension Day of 2026', '2026-05-04', '2026-05-12'],
    ['go over Ascension Day of 2026', '2026-05-11', '2026-05-19'],
    ['go over Whit Monday of 2026', '2026-05-22', '2026-06-01'],
  ])('%s', (_what, from, until) => {
    expect(workingDayAfter(from, 5)).toBe(until);
  });
});
