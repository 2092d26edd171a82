import { describe, expect, it } from '@jest/globals';
import { age, count, day, distance, free, fromWhen } from './dutch.js';
import type { OptionAvailability } from './options-answer.js';

const now = '2026-11-21T12:00:00Z';

function availability(values: Partial<OptionAvailability>): OptionAvailability {
  const nothing = { available: null, nextAvailableOn: null, waitEstimateDays: null, freshness: { asOf: null } };
  return { ...nothing, unit: 'PLACE', ...values };
}

describe('figures in Dutch', () => {
  it.each([
    [{ available: 1 }, '1 plek'],
    [{ available: 0 }, '0 plekken'],
    [{ available: 1200, unit: 'HOUR_PER_WEEK' }, '1.200 uur'],
    [{ available: 3, unit: 'TRAJECTORY' }, '3 trajecten'],
    [{ available: null }, '?'],
  ])('says what is free: %j', (values, text) => {
    expect(free(availability(values))).toBe(text);
  });

  it.each([
    [{ available: 1, nextAvailableOn: '2027-01-04' }, 'nu'],
    [{ available: 0, nextAvailableOn: '2027-01-04', waitEstimateDays: 9 }, '04-01-27'],
    [{ available: 0, waitEstimateDays: 1 }, '± 1 dag'],
    [{ available: null }, '?'],
  ])('says from when: %j', (values, text) => {
    expect(fromWhen(availability(values))).toBe(text);
  });

  it.each([
    [null, 'nooit'],
    ['2026-11-21T11:59:30Z', '0 min'],
    ['2026-11-21T11:00:00Z', '1 uur'],
    ['2026-11-19T13:00:00Z', '47 uur'],
    ['2026-11-19T12:00:00Z', '2 dagen'],
    ['2026-11-21T13:00:00Z', '0 min'],
  ])('says how old a figure of %s is', (instant, text) => {
    expect(age(instant, now)).toBe(text);
  });

  it('writes distances, days and counts', () => {
    expect([distance(3.44), distance(12), distance(null)]).toEqual(['3,4 km', '12 km', '–']);
    expect(day('2027-01-15')).toBe('15-01-27');
    expect([count(1, 'optie', 'opties'), count(0, 'optie', 'opties')]).toEqual(['1 optie', '0 opties']);
  });
});
