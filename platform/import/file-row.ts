import type { RowFault } from '../input/row-fault.js';

/** In what form a row came: cells of a sheet, an object with the names of the columns, or one of a standard. */
export type RowForm = 'SHEET' | 'OBJECT' | 'STANDARD';

/** A row as it was read: what could be, and what could not, each fault with the name of its column. */
export interface FileRow<V> {
  readonly row: number;
  readonly form: RowForm;
  readonly values: V;
  readonly faults: readonly RowFault[];
}

/** What became of one row of a file. Survives JSON. */
export interface TakenRow {
  readonly row: number;
  readonly form: RowForm;
  readonly outcome: string;
  /** Everything that is wrong with it; empty when it was taken. */
  readonly faults: readonly RowFault[];
}
