import type { CapacityStatus, CapacityUnit } from '../../availability/capacity-codes.js';
import type { Partly } from '../../report/figures.rules.js';
import { readDay, readMoment } from '../../../../platform/import/columns/days.rules.js';
import { readColumns } from '../../../../platform/import/columns/read-columns.js';
import { mustBe, readText, readWhole, type Reading } from '../../../../platform/import/columns/values.rules.js';
import type { FileRow, RowForm } from '../../../../platform/import/file-row.js';
import type { Cell } from '../../../../platform/import/sheet/sheet.js';
import type { RowFault } from '../../../../platform/input/row-fault.js';
import type { FigureAdvice } from '../advice/advice-texts.js';
import type { Column } from './column-names.js';
import { readStatus, readUnit } from './values.rules.js';

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

/** A row of figures as it was read. */
export type ImportRow = FileRow<Partly<ImportReport>>;

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
  return { row, form, ...readColumns<Partly<ImportReport>>(readingsOf(cellOf, form)) };
}

/** A row of which nothing can be read but perhaps the key of its offer. */
export function unreadRow(row: number, form: RowForm, key: string | null, faults: RowFault[]): ImportRow {
  return { row, form, values: { ...nothing, offerKey: key }, faults };
}

type Readings = Record<keyof ImportReport, Reading<unknown, FigureAdvice>>;

function readingsOf(cellOf: (column: Column) => Cell, form: RowForm): Readings {
  return {
    offerKey: mustBe<string, FigureAdvice>(readText(cellOf('offerKey')), form === 'SHEET' ? 'KEY_MISSING' : 'MISSING'),
    status: readStatus(cellOf('status')),
    available: mustBe(readWhole(cellOf('available')), 'MISSING'),
    maximum: mustBe(readWhole(cellOf('maximum')), 'MISSING'),
    unit: readUnit(cellOf('unit')),
    asOf: readMoment(cellOf('asOf')),
    nextAvailableOn: readDay(cellOf('nextAvailableOn')),
    waitlistCount: readWhole(cellOf('waitlistCount')),
    waitEstimateDays: readWhole(cellOf('waitEstimateDays')),
    note: readText(cellOf('note')),
    sequence: readWhole(cellOf('sequence')),
  };
}
