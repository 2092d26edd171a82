import type { CapacityStatus, CapacityUnit } from '../../availability/capacity-codes.js';
import type { Partly } from '../../report/figures.rules.js';
import type { RowFault } from '../../../../platform/input/row-fault.js';
import { adviceFault, type RowForm } from '../advice/advice.rules.js';
import type { Advice } from '../advice/advice-texts.js';
import type { Cell } from '../sheet/sheet.js';
import type { Column } from './column-names.js';
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

/** A row as it was read: what could be, and what could not, each fault with the name of its column. */
export interface ImportRow {
  readonly row: number;
  readonly form: RowForm;
  readonly values: Partly<ImportReport>;
  readonly faults: readonly RowFault[];
}

const nothing: Partly<ImportReport> = {
  offerKey: null,
  status: null,
  available: null,
  maximum: null,
  unit: null,
  asOf: null,
  nextAvailableOn: null,
  waitlistCount: null,
  waitEstimateDays: null,
  note: null,
  sequence: null,
};

/** Reads one row; `cellOf` gives the cell of a column, null where there is none. */
export function readRow(row: number, form: RowForm, cellOf: (column: Column) => Cell): ImportRow {
  const readings = Object.entries(readingsOf(cellOf, form));
  const values = readings.map(([column, reading]) => [column, valueOf(reading)]);
  const faults = readings.flatMap(([column, reading]) =>
    'advice' in reading ? [adviceFault(column, reading.advice)] : [],
  );
  return { row, form, values: Object.fromEntries(values) as Partly<ImportReport>, faults };
}

/** A row of which nothing can be read but perhaps the key of its offer. */
export function unreadRow(row: number, form: RowForm, key: string | null, faults: RowFault[]): ImportRow {
  return { row, form, values: { ...nothing, offerKey: key }, faults };
}

/** The key of an offer that stands in a cell; null where none can be read. */
export function readKey(cell: Cell): string | null {
  return valueOf(readText(cell));
}

function readingsOf(cellOf: (column: Column) => Cell, form: RowForm): Record<keyof ImportReport, Reading<unknown>> {
  return {
    offerKey: mustBe(readText(cellOf('offerKey')), form === 'SHEET' ? 'KEY_MISSING' : 'MISSING'),
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
  };
}

function mustBe<T>(reading: Reading<T>, advice: Advice = 'MISSING'): Reading<T> {
  return 'value' in reading && reading.value === null ? { advice } : reading;
}

function valueOf<T>(reading: Reading<T>): T | null {
  return 'value' in reading ? reading.value : null;
}
