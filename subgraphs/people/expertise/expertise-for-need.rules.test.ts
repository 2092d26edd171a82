import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import { Characteristic, LegalFramework } from '../../../vocabulary/child.js';
import { LadderRung } from '../../../vocabulary/ladder.js';
import { expertiseForCharacteristics, expertiseForNeed, type TellingCodes } from './expertise-for-need.rules.js';
import { ExpertiseCode } from './expertise.vocabulary.js';

const nothing: TellingCodes = { characteristics: [], rungs: [], legalFrameworks: [] };

describe('the expertise that follows from a need', () => {
  it.each<[string, Partial<TellingCodes>, ExpertiseCode[]]>([
    ['nothing where nothing is said', {}, []],
    ['what the child has', { characteristics: ['AUTISM', 'TRAUMA'] }, ['AUTISM', 'TRAUMA']],
    ['once what is said twice', { characteristics: ['ADDICTION', 'PARENT_ADDICTION'] }, ['ADDICTION']],
    ['foster care where a foster family is sought', { rungs: ['KINSHIP_FOSTER', 'FOSTER'] }, ['FOSTER_CARE']],
    ['the law where a judge decided', { legalFrameworks: ['SUPERVISION', 'VOLUNTARY'] }, ['YOUTH_LAW']],
    [
      'the child first, then the help, then its ground',
      { characteristics: ['ADHD'], rungs: ['ASSISTED_LIVING'], legalFrameworks: ['WMO', 'YOUTH_PROBATION'] },
      ['ADHD', 'TRANSITION_TO_ADULTHOOD', 'HOUSING', 'YOUTH_LAW'],
    ],
  ])('is %s', (_what, told, expected) => {
    expect(expertiseForNeed({ ...nothing, ...told })).toEqual(expected);
  });

  it('is for every code of a need nothing but known expertise, each once', () => {
    const all = expertiseForNeed({
      characteristics: Characteristic.codes,
      rungs: LadderRung.codes,
      legalFrameworks: LegalFramework.codes,
    });
    expect(new Set(all).size).toBe(all.length);
    expect(all.filter((code) => !ExpertiseCode.codes.includes(code))).toEqual([]);
  });

  it('is for a duo what characterises the child alone', () => {
    expect(expertiseForCharacteristics(['PSYCHOSIS', 'ANXIETY_DEPRESSION', 'LGBTQ'])).toEqual(['CHILD_PSYCHIATRY']);
  });
});
