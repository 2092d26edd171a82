import writeExcelFile, { type Row } from 'write-excel-file/node';
import { CapacityStatus, CapacityUnit } from '../../subgraphs/capacity/availability/capacity-codes.js';
import { columnNames, type Column } from '../../subgraphs/capacity/import/columns/column-names.js';
import { allColumns } from '../../subgraphs/capacity/import/columns/columns.rules.js';
import { momentText } from '../../subgraphs/capacity/import/columns/days.rules.js';
import { columnLetters } from '../../subgraphs/capacity/import/sheet/sheet.js';
import { dropDowns, type DropDown } from './drop-downs.js';
import type { OwnOffer } from './own-offers.js';

/** Rows below the offers in which the lists work as well. */
const spareRows = 200;
const listSheet = 'Lijsten';

type Value = string | number | null;

/**
 * A spreadsheet to fill in and to import: a row for each offer, and lists to choose from. The last figure stands beside what is to be
 * filled in, in columns that the import does not read: a file that is sent back untouched makes no old figure new.
 */
export async function templateFile(offers: readonly OwnOffer[]): Promise<Buffer> {
  const lists: readonly (readonly [Column, readonly string[]])[] = [
    ['offerKey', offers.map(({ key }) => key)],
    ['status', Object.values(CapacityStatus.dutch)],
    ['unit', Object.values(CapacityUnit.dutch)],
  ];
  const lastRow = offers.length + 1 + spareRows;
  const names = allColumns.map((column) => columnNames[column][0]);
  const figures = [
    heading(names),
    ...offers.map((offer) => allColumns.map((column) => toCell(valueOf(offer, column)))),
  ];
  const longest = Math.max(...lists.map(([, values]) => values.length));
  const listed = Array.from({ length: longest }, (_, row) => lists.map(([, values]) => toCell(values[row] ?? null)));
  return writeExcelFile(
    [
      {
        sheet: 'Cijfers',
        data: figures,
        columns: names.map((name) => ({ width: Math.max(14, name.length + 2) })),
        stickyRowsCount: 1,
      },
      { sheet: listSheet, data: [heading(lists.map(([column]) => columnNames[column][0])), ...listed] },
    ],
    { features: [dropDowns(lists.map(([column, values], index) => dropDown(column, values.length, index, lastRow)))] },
  ).toBuffer();
}

function heading(names: readonly string[]): Row {
  return names.map((value) => ({ value, fontWeight: 'bold' }));
}

function valueOf({ key, title, unit, latestReport }: OwnOffer, column: Column): Value {
  switch (column) {
    case 'offerKey':
      return key;
    case 'title':
      return title;
    case 'unit':
      return CapacityUnit.dutch[unit];
    case 'maximum':
      return latestReport?.maximum ?? null;
    case 'lastAvailable':
      return latestReport?.available ?? null;
    case 'lastStatus':
      return latestReport && CapacityStatus.dutch[latestReport.status];
    case 'lastWaitlist':
      return latestReport?.waitlistCount ?? null;
    case 'lastAsOf':
      return latestReport && momentText(new Date(latestReport.asOf));
    default:
      return null;
  }
}

/** A text with which a spreadsheet would begin a formula, once it is saved as CSV, gets the apostrophe that makes it text. */
function toCell(value: Value): { value: string } | { value: number; type: NumberConstructor } | null {
  if (value === null) return null;
  if (typeof value === 'number') return { value, type: Number };
  return { value: /^[=+\-@\t\r]/.test(value) ? `'${value}` : value };
}

function dropDown(column: Column, length: number, list: number, lastRow: number): DropDown {
  const letters = columnLetters(allColumns.indexOf(column));
  const values = columnLetters(list);
  return {
    cells: `${letters}2:${letters}${lastRow}`,
    range: `${listSheet}!$${values}$2:$${values}$${length + 1}`,
    message: `Kies een ${columnNames[column][0]} uit de lijst.`,
  };
}
