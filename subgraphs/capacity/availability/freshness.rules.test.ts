import { describe, expect, it } from '@jest/globals';
import { toCapacityConfig } from '../config.js';
import { areTermsValid, defaultFreshnessTerms, termTable } from './freshness.rules.js';

describe('the terms of freshness', () => {
  it('gives machines a day and people three, crisis places hours', () => {
    const table = termTable(defaultFreshnessTerms);
    expect(table['FOSTER']?.MACHINE).toEqual({ agingHours: 24, staleHours: 72 });
    expect(table['FOSTER']?.MANUAL).toEqual({ agingHours: 72, staleHours: 168 });
    expect(table['CRISIS']?.PHONED).toEqual({ agingHours: 4, staleHours: 12 });
  });

  it('takes other terms for one rung from the configuration and leaves the rest', () => {
    const { freshness } = toCapacityConfig({
      FRESHNESS_TERMS: '{"byRung":{"SECURE":{"MACHINE":{"agingHours":1,"staleHours":2}}}}',
    });
    expect(freshness['SECURE']?.MACHINE).toEqual({ agingHours: 1, staleHours: 2 });
    expect(freshness['SECURE']?.MANUAL).toEqual({ agingHours: 72, staleHours: 168 });
    expect(freshness['FOSTER']?.MACHINE).toEqual({ agingHours: 24, staleHours: 72 });
  });

  it.each([
    ['a term that is not above 0', '{"byRung":{"SECURE":{"MACHINE":{"agingHours":0,"staleHours":2}}}}'],
    ['a figure that is stale before it ages', '{"byRung":{"SECURE":{"MACHINE":{"agingHours":5,"staleHours":2}}}}'],
    ['a method without hours', '{"crisis":{"MACHINE":{}}}'],
    ['text that is not JSON', 'days'],
  ])('refuses %s', (_what, text) => {
    expect(() => toCapacityConfig({ FRESHNESS_TERMS: text })).toThrow('FRESHNESS_TERMS');
  });

  it('holds the default terms valid', () => {
    expect(areTermsValid(termTable(defaultFreshnessTerms))).toBe(true);
  });
});
