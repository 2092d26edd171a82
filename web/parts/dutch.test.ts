import { expect, it } from '@jest/globals';
import { calendarDay } from './dutch.js';

it.each([
  ['2026-11-28T22:59:59Z', '2026-11-28'],
  ['2026-11-28T23:00:00Z', '2026-11-29'],
  ['2026-07-01T22:00:00Z', '2026-07-02'],
])('what happens at %s happens on %s, by the calendar of the Netherlands', (instant, day) => {
  expect(calendarDay(Date.parse(instant))).toBe(day);
});
