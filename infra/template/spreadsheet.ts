import writeExcelFile, { type Row } from 'write-excel-file/node';
import { dutchName, type Columns } from '../../platform/import/columns/columns.rules.js';
import { columnLetters } from '../../platform/import/sheet/sheet.js';
import { dropDowns, type DropDown } from './drop-downs.js';

/** Rows below those that are filled in, in which the lists work as well. */
const spareRows = 200;
const listSheet = 'Lijsten';

export type Value = string | number | null;

/** What stands in a spreadsheet to fill in: a row for each thing that is known, and lists to choose from. */
export interface Template<C extends string, T> {
  readonly sheet: string;
  readonly columns: Columns<C>;
  readonly rows: readonly T[];
  readonly valueOf: (row: T, column: C) => Value;
  readonly lists: readonly (readonly [C, readonly string[]])[];
}

/** Writes a spreadsheet to fill in and to import. */
export async function writeTemplate<C extends string, T>(template: Template<C, T>): Promise<Buffer> {
  const { sheet, columns, rows, valueOf, lists } = template;
  const names = columns.all.map((column) => dutchName(columns, column));
  const filled = rows.map((row) => columns.all.map((column) => toCell(valueOf(row, column))));
  const longest = Math.max(...lists.map(([, values]) => values.length));
  const listed = Array.from({ length: longest }, (_, row) => lists.map(([, values]) => toCell(values[row] ?? null)));
  return writeExcelFile(
    [
      {
        sheet,
        data: [heading(names), ...filled],
        columns: names.map((name) => ({ width: Math.max(14, name.length + 2) })),
        stickyRowsCount: 1,
      },
      { sheet: listSheet, data: [heading(lists.map(([column]) => dutchName(columns, column))), ...listed] },
    ],
    { features: [dropDowns(lists.map((_, index) => dropDown(template, index)))] },
  ).toBuffer();
}

function heading(names: readonly string[]): Row {
  return names.map((value) => ({ value, fontWeight: 'bold' }));
}

/** A text with which a spreadsheet would begin a formula, once it is saved as CSV, gets the apostrophe that makes it text. */
function toCell(value: Value): { value: string } | { value: number; type: NumberConstructor } | null {
  if (value === null) return null;
  if (typeof value === 'number') return { value, type: Number };
  return { value: /^[=+\-@\t\r]/.test(value) ? `'${value}` : value };
}

function dropDown<C extends string, T>({ columns, rows, lists }: Template<C, T>, list: number): DropDown {
  const [column, listed] = lists[list] ?? [columns.key, []];
  const letters = columnLetters(columns.all.indexOf(column));
  const values = columnLetters(list);
  return {
    cells: `${letters}2:${letters}${rows.length + 1 + spareRows}`,
    range: `${listSheet}!$${values}$2:$${values}$${listed.length + 1}`,
    message: `Kies een ${dutchName(columns, column)} uit de lijst.`,
  };
}
