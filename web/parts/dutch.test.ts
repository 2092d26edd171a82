import { expect, it } from '@jest/globals';
import { calendarDay, clockTime, instantOf, withoutCodes } from './dutch.js';

it.each([
  ['2026-11-28T22:59:59Z', '2026-11-28'],
  ['2026-11-28T23:00:00Z', '2026-11-29'],
  ['2026-07-01T22:00:00Z', '2026-07-02'],
])('what happens at %s happens on %s, by the calendar of the Netherlands', (instant, day) => {
  expect(calendarDay(Date.parse(instant))).toBe(day);
});

it.each([
  ['2026-12-01', '10:00', '2026-12-01T09:00:00.000Z'],
  ['2026-07-01', '00:15', '2026-06-30T22:15:00.000Z'],
  ['2026-10-25', '02:30', '2026-10-25T00:30:00.000Z'],
  ['2026-10-25', '03:00', '2026-10-25T02:00:00.000Z'],
  ['2026-03-29', '03:00', '2026-03-29T01:00:00.000Z'],
])('on %s at %s a clock in the Netherlands shows %s', (date, time, instant) => {
  expect(instantOf(date, time)).toBe(instant);
  expect([calendarDay(Date.parse(instant)), clockTime(Date.parse(instant))]).toEqual([date, time]);
});

it('a time that the clock skips in spring is the hour after', () => {
  expect(instantOf('2026-03-29', '02:30')).toBe('2026-03-29T01:30:00.000Z');
});

it('people read no codes of a standard', () => {
  const words = {
    A: 'gestart (iJw 305)',
    B: 'onderbroken (iJw 307, reden 20)',
    C: 'volgens plan (31)',
    D: 'RET (Almere)',
  };
  expect(withoutCodes(words)).toEqual({ A: 'gestart', B: 'onderbroken', C: 'volgens plan', D: 'RET (Almere)' });
});
