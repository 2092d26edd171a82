import { describe, expect, it } from '@jest/globals';
import { HubError } from '../../../../platform/errors/errors.js';
import { caseRow } from '../../../../test/builders/rows/case.js';
import { changedFacts, withGiven, type GivenFacts } from './case-facts.rules.js';

const known = caseRow(1, {
  ownReference: 'LT-1',
  outOfHomeAuthorisation: 'SECURE_PLACEMENT',
  measures: ['SUPERVISION'],
});

const changesOf = (given: GivenFacts) => changedFacts(known, withGiven(known, given));

function refusal(given: GivenFacts): unknown {
  try {
    withGiven(known, given);
  } catch (error) {
    return error instanceof HubError ? [error.code, error.parameters['field']] : error;
  }
  return null;
}

describe('what is told of a case', () => {
  it.each<[string, GivenFacts, string[]]>([
    ['nothing changes when nothing is said', {}, []],
    ['nothing changes when the same is said', { languages: ['nl'], birthYear: 2014 }, []],
    ['a word said twice counts once', { languages: ['nl', 'nl'] }, []],
    [
      'what may be empty is emptied',
      { ownReference: null, outOfHomeAuthorisation: null },
      ['ownReference', 'outOfHomeAuthorisation'],
    ],
    ['what may not be empty stays', { languages: null, birthYear: null, isRestricted: null }, []],
    ['an empty list is a list', { measures: [] }, ['measures']],
    ['a move is told by its name', { municipalityCode: '0034' }, ['municipalityCode']],
  ])('%s', (_, given, names) => {
    expect(changesOf(given)).toEqual(names);
  });

  it('leaves a reference of before as it is, whatever it holds, while another fact changes', () => {
    const before = caseRow(1, { ownReference: 'Kevin Bakker' });
    expect(withGiven(before, { isRestricted: true })).toMatchObject({
      ownReference: 'Kevin Bakker',
      isRestricted: true,
    });
  });

  it.each<[string, GivenFacts, string[]]>([
    ['a year in which no child of ours was born', { birthYear: 1889 }, ['BAD_USER_INPUT', 'birthYear']],
    ['half a year', { birthYear: 2014.5 }, ['BAD_USER_INPUT', 'birthYear']],
    ['a municipality that does not exist', { municipalityCode: '0000' }, ['UNKNOWN_MUNICIPALITY', 'municipalityCode']],
    [
      'one that pays and does not exist',
      { responsibleMunicipalityCode: '0000' },
      ['UNKNOWN_MUNICIPALITY', 'responsibleMunicipalityCode'],
    ],
    [
      'a whole school of languages',
      { languages: Array.from({ length: 51 }, (_, n) => `q${String.fromCharCode(97 + (n % 26))}${n > 25 ? 'x' : ''}`) },
      ['BAD_USER_INPUT', 'languages'],
    ],
    ['a BSN as a reference', { ownReference: '111222333' }, ['CONTAINS_BSN', 'ownReference']],
    ['a name as a reference', { ownReference: 'Kevin Bakker' }, ['CONTAINS_PERSONAL_DATA', 'ownReference']],
    ['a story as a reference', { ownReference: 'x'.repeat(101) }, ['BAD_USER_INPUT', 'ownReference']],
  ])('%s is refused', (_, given, fault) => {
    expect(refusal(given)).toEqual(fault);
  });
});
