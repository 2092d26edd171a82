import type { CapacityStatus, CapacityUnit } from '../../availability/capacity-codes.js';
import { badValue, type RowFault } from '../../report/row-fault.js';
import type { Cell } from '../sheet/sheet.js';
import { columnNames, type Column } from './columns.rules.js';
import { readDay, readMoment } from './days.rules.js';
import { readStatus, readText, readUnit, readWhole, type Reading } from './values.rules.js';

/** What one row of a file says of an offer; what it leaves open follows from the offer and the moment. */
export interface ImportReport {
  readonly offerKey: string;
  readonly status: CapacityStatus | null;
  readonly available: number;
  readonly maximum: number;
  readonly unit: CapacityUnit | null;
  /** An instant in ISO 8601, or a day. */
  readonly asOf: string | null;
  readonly nextAvailableOn: string | null;
  readonly waitlistCount: number | null;
  readonly waitEstimateDays: number | null;
  readonly note: string | null;
  readonly sequence: number | null;
}

/** A row as it was read. Its fault, if it has one, names the column. */
export type ImportRow =
  | { readonly row: number; readonly report: ImportReport; readonly fault: null }
  | { readonly row: number; readonly report: null; readonly offerKey: string | null; readonly fault: RowFault };

const required = { expected: 'verplicht (required)' };

/** Reads one row; `cellOf` gives the cell of a column, null where there is none. */
export function readRow(row: number, cellOf: (column: Column) => Cell): ImportRow {
  const key = readText(cellOf('offerKey'));
  const offerKey = 'value' in key ? key.value : null;
  const readings = {
    offerKey: mustBe(key),
    status: readStatus(cellOf('status')),
    available: mustBe(readWhole(cellOf('available'))),
    maximum: mustBe(readWhole(cellOf('maximum'))),
    unit: readUnit(cellOf('unit')),
    asOf: readMoment(cellOf('asOf')),
    nextAvailableOn: readDay(cellOf('nextAvailableOn')),
    waitlistCount: readWhole(cellOf('waitlistCount')),
    waitEstimateDays: readWhole(cellOf('waitEstimateDays')),
    note: readText(cellOf('note')),
    sequence: readWhole(cellOf('sequence')),
  } satisfies Partial<Record<Column, Reading<unknown>>>;
  for (const [column, reading] of Object.entries(readings)) {
    if ('expected' in reading) return { row, report: null, offerKey, fault: badValue(column, reading.expected) };
  }
  const values = Object.entries(readings).map(([column, reading]) => [
    column,
    'value' in reading ? reading.value : null,
  ]);
  return { row, report: Object.fromEntries(values) as ImportReport, fault: null };
}

/** The Dutch name of the column in which a fault stands, with its place in the sheet where it has one: `vrij (C7)`. */
export function placeOf(field: string, row: number, letters: string | null): string {
  const name = Object.hasOwn(columnNames, field) ? columnNames[field as Column][0] : field;
  return letters === null ? `${name} (${row})` : `${name} (${letters}${row})`;
}

function mustBe<T>(reading: Reading<T>): Reading<T> {
  return 'value' in reading && reading.value === null ? required : reading;
}
