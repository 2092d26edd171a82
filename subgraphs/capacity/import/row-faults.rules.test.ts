import { describe, expect, it } from '@jest/globals';
import type { Column } from './columns/column-names.js';
import { readRow } from './columns/row.rules.js';
import type { ImportedOffer } from './import.read-model.js';
import { rowFaults, toReport } from './row-faults.rules.js';
import type { Cell } from '../../../platform/import/sheet/sheet.js';

const now = new Date('2026-11-28T09:00:00Z');
const offer: ImportedOffer = { unit: 'PLACE', isRetired: false, newest: null };

function rowOf(replaced: Partial<Record<Column, Cell>>) {
  const cells: Partial<Record<Column, Cell>> = { offerKey: 'groep-3', available: 2, maximum: 6, ...replaced };
  return readRow(2, 'SHEET', (column) => cells[column] ?? null);
}

function faultsOf(replaced: Partial<Record<Column, Cell>>, known: ImportedOffer | null = offer) {
  return rowFaults(rowOf(replaced), known ?? undefined, now).map(({ code, parameters }) => [parameters.field, code]);
}

describe('a row of a file', () => {
  it('is told everything that is wrong with it', () => {
    const wrong = { status: 'ooit', available: 7, waitlistCount: -1, unit: 'uur per week', asOf: '01-12-2026' };
    expect(faultsOf({ ...wrong, note: 'BSN 123456782' })).toEqual([
      ['status', 'BAD_USER_INPUT'],
      ['available', 'AVAILABLE_ABOVE_MAXIMUM'],
      ['waitlistCount', 'BAD_USER_INPUT'],
      ['note', 'CONTAINS_BSN'],
      ['unit', 'UNIT_DIFFERS'],
      ['asOf', 'AS_OF_AHEAD'],
    ]);
  });

  it('has its key judged first, and nothing else where that is wrong', () => {
    const wrong = { available: 'veel', maximum: null };
    expect(faultsOf({ ...wrong, offerKey: 'Totaal' }, null)).toEqual([['offerKey', 'OFFER_KEY_UNKNOWN']]);
    expect(faultsOf({ ...wrong, offerKey: null })).toEqual([['offerKey', 'BAD_USER_INPUT']]);
    expect(faultsOf(wrong, { ...offer, isRetired: true })).toEqual([['offerKey', 'OFFER_KEY_RETIRED']]);
  });

  it('that is right leaves to its offer and the moment what it does not say', () => {
    expect(faultsOf({ asOf: '28-11-2026' })).toEqual([]);
    expect(toReport(rowOf({ available: 0 }).values, offer, now)).toMatchObject({
      status: 'NO_CAPACITY',
      unit: 'PLACE',
    });
    expect(toReport(rowOf({ asOf: '28-11-2026' }).values, offer, now).asOf).toEqual(now);
  });
});
