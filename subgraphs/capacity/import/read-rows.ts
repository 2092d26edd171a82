import type { Readable } from 'node:stream';
import { HubError } from '../../../platform/errors/errors.js';
import { adviceFault } from './advice/advice.rules.js';
import type { Column } from './columns/column-names.js';
import { allColumns, filledColumns, ignoredNotice, readHeader, type Header } from './columns/columns.rules.js';
import { readKey, readRow, unreadRow, type ImportRow } from './columns/row.rules.js';
import { readLines } from './read-lines.js';
import { openSheet } from './sheet/open-sheet.js';
import { columnLetters, sheetLimits, type Cell, type SheetRow } from './sheet/sheet.js';

/** A file of figures, row by row. */
export interface ImportFile {
  readonly format: 'CSV' | 'XLSX' | 'NDJSON';
  /** What its sender should know about the file as a whole. */
  readonly notice: HubError | null;
  /** The place of a column from the left, the first being 0, where the file is a table that has it. */
  readonly placeOf: (column: string) => number | null;
  readonly rows: AsyncIterable<ImportRow>;
  /** How many rows were passed over so far, as nobody filled them in. */
  readonly passedOver: () => number;
}

/** Counts the rows that are passed over while a table is read. */
interface Tally {
  passedOver: number;
}

/** Recognises a file and reads as far as its first row. Throws a HubError when nothing of it can be read. */
export async function openImport(body: Readable, mediaType: string | null, signal?: AbortSignal): Promise<ImportFile> {
  const sheet = await openSheet(body, mediaType, signal);
  const tally = { passedOver: 0 };
  const passedOver = (): number => tally.passedOver;
  if (sheet.kind === 'NDJSON') {
    const rows = await withRows(readLines(sheet.lines), tally);
    return { format: sheet.kind, notice: null, placeOf: () => null, rows, passedOver };
  }
  const lines = sheet.rows[Symbol.asyncIterator]() as AsyncIterator<SheetRow, undefined>;
  const first = await lines.next();
  if (first.done) throw new HubError('IMPORT_FILE_EMPTY');
  const { cells } = first.value;
  const header = readHeader(cells);
  const placeOf = (column: string): number | null => header.places.get(column as Column) ?? null;
  const rows = await withRows(readTable(lines, header, cells.length, tally), tally);
  return { format: sheet.kind, notice: ignoredNotice(header), placeOf, rows, passedOver };
}

async function* readTable(
  lines: AsyncIterator<SheetRow, undefined>,
  header: Header,
  width: number,
  tally: Tally,
): AsyncGenerator<ImportRow> {
  for (;;) {
    const { value, done } = await lines.next();
    if (done) return;
    const { row, cells } = value;
    const cellOf = (column: Column): Cell => cells[header.places.get(column) ?? -1] ?? null;
    const beyond = cells.findIndex((cell, index) => index >= width && cell !== null);
    if (beyond !== -1) yield beyondRow(row, columnLetters(beyond), cellOf);
    else if (!isLeftOpen(cellOf)) yield readRow(row, 'SHEET', cellOf);
    else if (cells.some((cell) => cell !== null)) tally.passedOver += 1;
  }
}

/** A row with something outside the columns: its cells may have shifted, so that no other of them is judged. */
function beyondRow(row: number, column: string, cellOf: (column: Column) => Cell): ImportRow {
  return unreadRow(row, 'SHEET', readKey(cellOf('offerKey')), [adviceFault('', 'BEYOND', { column })]);
}

/** A row in which nobody filled in a figure, as the template leaves it: it says nothing of its offer. */
function isLeftOpen(cellOf: (column: Column) => Cell): boolean {
  const isEmpty = (column: Column): boolean => cellOf(column) === null;
  const isNamed = !isEmpty('offerKey');
  return isNamed ? filledColumns.every(isEmpty) : allColumns.every(isEmpty);
}

/** The same rows, once it is sure that there is one; never more than a file may have. */
async function withRows(rows: AsyncGenerator<ImportRow>, tally: Tally): Promise<AsyncIterable<ImportRow>> {
  const first = await rows.next();
  if (first.done && tally.passedOver === 0) throw new HubError('IMPORT_FILE_EMPTY');
  return (async function* () {
    if (first.done) return;
    yield first.value;
    let count = 1;
    for await (const row of rows) {
      if (++count > sheetLimits.rows)
        throw new HubError('IMPORT_FILE_TOO_LARGE', { rows: sheetLimits.rows, columns: sheetLimits.columns });
      yield row;
    }
  })();
}
