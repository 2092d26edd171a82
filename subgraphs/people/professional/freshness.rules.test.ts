import { describe, expect, it } from '@jest/globals';
import { toPeopleConfig } from '../config.js';
import { confirmationFreshness } from './freshness.rules.js';

const now = new Date('2026-11-28T12:00:00Z');
const daysAgo = (days: number): Date => new Date(now.getTime() - days * 86_400_000);

describe('what is told of a professional', () => {
  it.each<[number | null, string]>([
    [null, 'UNKNOWN'],
    [0, 'FRESH'],
    [89.9, 'FRESH'],
    [90, 'AGING'],
    [179.9, 'AGING'],
    [180, 'STALE'],
  ])('is, %s days after it was confirmed, %s', (days, state) => {
    const { confirmation } = toPeopleConfig({});
    expect(confirmationFreshness(days === null ? null : daysAgo(days), now, confirmation)).toBe(state);
  });

  it('ages as the region says', () => {
    const { confirmation } = toPeopleConfig({ PROFESSIONAL_AGING_DAYS: '10', PROFESSIONAL_STALE_DAYS: '10' });
    expect([9, 10].map((days) => confirmationFreshness(daysAgo(days), now, confirmation))).toEqual(['FRESH', 'STALE']);
  });

  it.each<[string, object]>([
    ['stale before it ages', { PROFESSIONAL_AGING_DAYS: '10', PROFESSIONAL_STALE_DAYS: '9' }],
    ['no number', { PROFESSIONAL_AGING_DAYS: 'soon' }],
  ])('does not let the hub start when its terms are %s', (_what, environment) => {
    expect(() => toPeopleConfig(environment as Record<string, string>)).toThrow('PROFESSIONAL_');
  });
});
