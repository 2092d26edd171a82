import { describe, expect, it } from '@jest/globals';
import { callerAs } from '../../../test/builders/callers.js';
import { assertFreshFactor, explanationOf } from './break-glass.rules.js';

const now = new Date('2026-11-28T12:00:00Z');
const secondsAgo = (seconds: number): Date => new Date(now.getTime() - seconds * 1_000);

describe('a second factor', () => {
  it.each<[string, Date | null]>([
    ['was never shown', null],
    ['was shown more than five minutes ago', secondsAgo(301)],
    ['is said to be shown tomorrow', secondsAgo(-86_400)],
    ['was shown at no moment', new Date(NaN)],
  ])('is asked anew when it %s', (_what, secondFactorAt) => {
    expect(() => assertFreshFactor({ ...callerAs('care-broker'), secondFactorAt }, now)).toThrow(
      expect.objectContaining({ code: 'SECOND_FACTOR_NEEDED' }),
    );
  });

  it.each([0, 299, 300, -3])('counts when it was shown %s seconds ago', (seconds) => {
    expect(() =>
      assertFreshFactor({ ...callerAs('care-broker'), secondFactorAt: secondsAgo(seconds) }, now),
    ).not.toThrow();
  });
});

describe('an explanation', () => {
  it.each<[string, string, string]>([
    ['is too short', 'omdat het moet', 'BAD_USER_INPUT'],
    ['is long by its blanks only', ` ${'kort'.padEnd(30)}`, 'BAD_USER_INPUT'],
    ['is too long', 'x'.repeat(501), 'BAD_USER_INPUT'],
    ['may hold a BSN', 'het kind met nummer 111.222.333 is weg', 'CONTAINS_BSN'],
    ['holds what cannot be written', `het kind is weg\u0000, nu zoeken wij`, 'BAD_USER_INPUT'],
  ])('is refused when it %s', (_what, text, code) => {
    expect(() => explanationOf(text)).toThrow(expect.objectContaining({ code }));
  });

  it('is kept as it was written, without the blanks around it', () => {
    expect(explanationOf('  Vader staat nu bij de school.\n')).toBe('Vader staat nu bij de school.');
  });
});
