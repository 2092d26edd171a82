import { describe, expect, it } from '@jest/globals';
import { callerAs } from '../test/builders/callers.js';
import { flevoland } from '../vocabulary/places/region.js';
import { figureQuestion, isOver, type FigureQuestion } from './figure-question.js';

const broker = callerAs('care-broker');
const of2027: FigureQuestion = { region: flevoland, form: 'EXACT', year: 2027, asOf: null };
const counted = { asOf: '2027-01-01', today: '2026-11-28' };

describe('a figure of what cannot be counted is refused', () => {
  it.each([1999, 2101])('for the year %d, with the years that can be', (year) => {
    expect(() => figureQuestion(broker, { year, region: 'flevoland', asOf: null })).toThrow(
      expect.objectContaining({ parameters: { field: 'year', expected: '2000–2100' } }),
    );
  });

  it('for a year that has not come by its year, and for a chosen day by that day', () => {
    expect(() => isOver(of2027, counted)).toThrow(
      expect.objectContaining({ parameters: { field: 'year', expected: '≤ 2026' } }),
    );
    expect(() => isOver({ ...of2027, asOf: '2027-01-01' }, counted)).toThrow(
      expect.objectContaining({ parameters: { field: 'asOf', expected: '2026-11-28' } }),
    );
  });
});
