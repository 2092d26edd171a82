import { describe, expect, it } from '@jest/globals';
import { dayAhead, dayPast } from './days.rules.js';

/** Half past midnight on 1 March in the Netherlands. */
const now = new Date('2026-02-28T23:30:00Z');

describe('a day in the Netherlands', () => {
  it.each([
    ['today, on which something was found', () => dayPast('on', '2026-03-01', now)],
    ['tomorrow, on which something is due', () => dayAhead('on', '2026-03-02', now, 30)],
    ['the last day', () => dayAhead('on', '2026-03-31', now, 30)],
  ])('may be %s', (_which, check) => {
    expect(check).not.toThrow();
  });

  it.each([
    ['tomorrow, on which nothing can have been found', () => dayPast('on', '2026-03-02', now)],
    ['of the last century', () => dayPast('on', '1999-12-31', now)],
    ['today, on which nothing is due any more', () => dayAhead('on', '2026-03-01', now, 30)],
    ['after the last day', () => dayAhead('on', '2026-04-01', now, 30)],
  ])('may not be %s', (_which, check) => {
    expect(check).toThrow(expect.objectContaining({ code: 'BAD_USER_INPUT' }));
  });
});
