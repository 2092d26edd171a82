import { describe, expect, it } from '@jest/globals';
import { rowFault } from '../../../platform/input/row-fault.js';
import type { ImportedRow } from './import.service.js';
import { fileMessage } from '../../../platform/import/advice/advice.rules.js';
import { figureAdvice } from './advice/figure-advice.js';
import { repeatedOffers } from './repeated-offers.js';

function row(number: number, offerKey: string, isRefused = false): ImportedRow {
  const faults = isRefused ? [rowFault('BAD_USER_INPUT', 'available')] : [];
  const outcome = isRefused ? 'REJECTED' : 'ACCEPTED';
  return { row: number, form: 'SHEET', offerKey, outcome, faults, from: null, to: null };
}

function noticesOf(...parts: ImportedRow[][]): { offerKey: string; message: string }[] {
  const repeated = repeatedOffers();
  for (const part of parts) repeated.watch(part);
  return repeated.notices('nl').map(({ code, parameters }) => ({
    offerKey: String(parameters['offerKey']),
    message: fileMessage(figureAdvice, code, 'nl', parameters),
  }));
}

describe('an offer that stands in a file more than once', () => {
  it('is told with its rows, across the parts of a file', () => {
    const notices = noticesOf([row(2, 'groep-3'), row(3, 'groep-4')], [row(8, 'groep-3')]);
    expect(notices).toMatchObject([
      { offerKey: 'groep-3', message: 'Dit aanbod staat in regel 2 en 8; regel 8 geldt.' },
    ]);
  });

  it('counts only the rows that were taken', () => {
    expect(noticesOf([row(2, 'groep-3'), row(8, 'groep-3', true)])).toEqual([]);
  });

  it('is told in few words, and not of thousands of offers', () => {
    const often = Array.from({ length: 40 }, (_, index) => row(index + 2, 'groep-3'));
    expect(noticesOf(often)[0]?.message).toBe('Dit aanbod staat in regel 2, 3, 4, 5, … en 41; regel 41 geldt.');
    const many = Array.from({ length: 300 }, (_, index) => row(index, `groep-${index % 150}`));
    expect(noticesOf(many)).toHaveLength(100);
  });
});
