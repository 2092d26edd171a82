import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { HubError } from '../../../../platform/errors/errors.js';
import { aNeed } from '../../../../test/builders/rows/offer.js';
import { needs } from '../../../../test/oracle/world.js';
import type { NeedFields } from '../../../../vocabulary/need.js';
import { checkNeed, completeNeed, needMark } from './need.rules.js';

function refusal(need: NeedFields): unknown {
  try {
    checkNeed(need);
  } catch (error) {
    return error instanceof HubError ? { code: error.code, field: error.parameters['field'] } : error;
  }
  return null;
}

describe('a need', () => {
  it.each<[keyof NeedFields, Partial<NeedFields>]>([
    ['birthYear', { birthYear: 1899 }],
    ['durationWeeks', { durationWeeks: 0 }],
    ['childrenTogether', { childrenTogether: 0 }],
    ['childrenTogether', { childrenTogether: 1.5 }],
    ['maxDistanceKm', { maxDistanceKm: -1 }],
    ['hoursPerWeek', { hoursPerWeek: 2.25 }],
    ['hoursPerWeek', { hoursPerWeek: 0 }],
    ['hoursPerWeek', { hoursPerWeek: 168.5 }],
    ['nearPostcode4', { maxDistanceKm: 10 }],
    ['hoursPerWeek', { hoursPerWeek: NaN }],
    ['startByOn', { startByOn: '0000-01-01' }],
    ['startByOn', { startByOn: '2101-01-01' }],
    ['heaviestRung', { heaviestRung: 'TAILORED' }],
    ['languages', { languages: Array.from({ length: 51 }, () => 'nl') }],
  ])('names %s when it is out of bounds', (field, replaced) => {
    expect(refusal(aNeed(replaced))).toEqual({ code: 'BAD_USER_INPUT', field: `need.${field}` });
  });

  it.each(['municipalityCode', 'responsibleMunicipalityCode'] as const)(
    'names %s when no such municipality exists',
    (field) => {
      expect(refusal(aNeed({ [field]: '0001' }))).toEqual({ code: 'UNKNOWN_MUNICIPALITY', field: `need.${field}` });
    },
  );

  it('accepts what people ask', () => {
    const asked = needs.filter(({ maxDistanceKm, nearPostcode4 }) => maxDistanceKm === null || nearPostcode4 !== null);
    fc.assert(fc.property(asked, (need) => refusal(need) === null));
  });

  it('has null for every value that was left out', () => {
    const given = { birthYear: 2014, municipalityCode: '0995', sex: undefined } as unknown as NeedFields;
    expect(completeNeed(given)).toMatchObject({
      birthYear: 2014,
      sex: null,
      heaviestRung: null,
      nearPostcode4: null,
      startByOn: null,
    });
  });

  it('has another mark when another search is meant', () => {
    expect(needMark(aNeed())).toBe(needMark(aNeed()));
    expect(needMark(aNeed({ municipalityCode: '0034' }))).not.toBe(needMark(aNeed()));
    expect(needMark(aNeed({ characteristics: ['AUTISM'] }))).not.toBe(needMark(aNeed()));
  });
});
