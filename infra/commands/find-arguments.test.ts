import { describe, expect, it } from '@jest/globals';
import { findUsage, readFindArguments } from './find-arguments.js';

describe('the words behind npm run find', () => {
  it('ask for a case by its number', () => {
    expect(readFindArguments(['--case', 'fl-26-0042', '--first', '5', '--json'])).toEqual({
      question: { kind: 'case', number: 'FL-26-0042' },
      first: 5,
      isJson: true,
      url: undefined,
    });
  });

  it('describe a need, municipalities by name or code and codes in any case', () => {
    const words =
      '--municipality lelystad --birth-year 2014 --rungs ambulatory,FOSTER --hours 2,5 --sex female --crisis';
    expect(readFindArguments(words.split(' ')).question).toEqual({
      kind: 'need',
      need: {
        municipalityCode: '0995',
        birthYear: 2014,
        rungs: ['AMBULATORY', 'FOSTER'],
        hoursPerWeek: 2.5,
        sex: 'FEMALE',
        contractedOnly: false,
        isCrisis: true,
      },
    });
    expect(readFindArguments(['--municipality', '0034', '--birth-year', '2014']).question).toMatchObject({
      need: { municipalityCode: '0034' },
    });
  });

  it.each([
    [['--municipality', 'Nergens', '--birth-year', '2014'], /^--municipality must be a Dutch municipality/],
    [['--municipality', 'Urk', '--birth-year', '14'], /^--birth-year must be a whole number from 1990/],
    [['--municipality', 'Urk', '--birth-year', '2014', '--rungs', 'TENT'], /^--rungs must be one of OWN_HOME, /],
    [['--municipality', 'Urk', '--birth-year', '2014', '--hours', 'x'], /^--hours must be a number of hours/],
    [['--municipality', 'Urk'], /^Say --case, or --municipality and --birth-year\.$/],
    [['--case', 'FL-26-0042', '--first', '0'], /^--first must be/],
    [['--nonsense'], /nonsense/],
  ])('name what is wrong in %j', (words, message) => {
    expect(() => readFindArguments(words)).toThrow(message);
  });

  it('all stand in the usage', () => {
    for (const word of ['--case', '--rungs', '--near', '--characteristics', '--children', '--start-by', '--heaviest'])
      expect(findUsage).toContain(word);
  });
});
