import { describe, expect, it } from '@jest/globals';
import { toCapacityConfig } from '../config.js';
import { defaultFreshnessTerms, termTable } from './freshness.rules.js';

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

  it('keeps the other methods when one is given', () => {
    const { freshness } = toCapacityConfig({
      FRESHNESS_TERMS:
        '{"crisis":{"PHONED":{"agingHours":1,"staleHours":2}},"byMethod":{"MACHINE":{"agingHours":2,"staleHours":3}}}',
    });
    expect(freshness['CRISIS']).toMatchObject({
      PHONED: { agingHours: 1, staleHours: 2 },
      MACHINE: { agingHours: 4, staleHours: 12 },
    });
    expect(freshness['FOSTER']).toMatchObject({
      MACHINE: { agingHours: 2, staleHours: 3 },
      MANUAL: { agingHours: 72, staleHours: 168 },
    });
  });

  it.each([
    ['a term that is not above 0', '{"byRung":{"SECURE":{"MACHINE":{"agingHours":0,"staleHours":2}}}}'],
    ['a figure that is stale before it ages', '{"byRung":{"SECURE":{"MACHINE":{"agingHours":5,"staleHours":2}}}}'],
    ['a method without hours', '{"crisis":{"MACHINE":{}}}'],
    ['a rung that does not exist', '{"byRung":{"FOSTRE":{}}}'],
    ['a method that does not exist', '{"byMethod":{"FAX":{"agingHours":1,"staleHours":2}}}'],
    ['a part that does not exist', '{"byWeek":{}}'],
    ['a number', '5'],
    ['a list', '[]'],
    ['a null where terms stand', '{"crisis":null}'],
    ['text that is not JSON', 'days'],
  ])('refuses %s', (_what, text) => {
    expect(() => toCapacityConfig({ FRESHNESS_TERMS: text })).toThrow('FRESHNESS_TERMS');
  });
});
