import { expect, it } from '@jest/globals';
import { trustText, type Trusted } from './trust.js';

const confirmedAt = '2026-02-03T10:00:00Z';

it.each<[Trusted, string]>([
  [{ freshness: 'FRESH', confirmedAt }, 'bevestigd op 3 feb 2026'],
  [{ freshness: 'AGING', confirmedAt }, 'bevestigd op 3 feb 2026, wordt oud'],
  [{ freshness: 'STALE', confirmedAt }, 'bevestigd op 3 feb 2026, verouderd: bel eerst'],
  [{ freshness: 'UNKNOWN', confirmedAt: null }, 'nooit bevestigd: bel eerst'],
])('whoever reads of somebody knows whether to call first', (trusted, words) => {
  expect(trustText(trusted)).toBe(words);
});
