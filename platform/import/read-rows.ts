import type { Readable } from 'node:stream';
import { HubError } from '../errors/errors.js';
import type { RowFault } from '../input/row-fault.js';
import { adviceFault } from './advice/advice.rules.js';
import { ignoredNotice, readHeader, type Columns, type Header } from './columns/columns.rules.js';
import { readText, valueOf } from './columns/values.rules.js';
import type { FileRow, RowForm } from './file-row.js';
import { readLines } from './read-lines.js';
import { openSheet } from './sheet/open-sheet.js';
import { columnLetters, sheetLimits, type Cell, type SheetRow } from './sheet/sheet.js';

/** How the rows of one kind of file are read. */
export interface FileKind<C extends string, R extends FileRow<unknown>> {
  readonly columns: Columns<C>;
  /** Reads one row; `cellOf` gives the cell of a column, null where there is none. */
  readonly readRow: (row: number, form: RowForm, cellOf: (column: C) => Cell) => R;
  /** A row of which nothing can be read but perhaps its key. */
  readonly unreadRow: (row: number, form: RowForm, key: string | null, faults: RowFault[]) => R;
  /** Begins to read lines of a standard, which have no names of columns; left out where there is none. */
  readonly standard?: () => (row: number, value: unknown) => Iterable<R>;
}

/** A file that is taken in, row by row. */
export interface ImportFile<R> {
  readonly format: 'CSV' | 'XLSX' | 'NDJSON';
  /** What its sender should know about the file as a whole. */
  readonly notice: HubError | null;
  /** The place of a column from the left, the first being 0, where the file is a table that has it. */
  readonly placeOf: (column: string) => number | null;
  readonly rows: AsyncIterable<R>;
  /** How many rows were passed over so far, as nobody filled them in. */
  readonly passedOver: () => number;
}

/** Counts the rows that are passed over while a table is read. */
interface Tally {
  passedOver: number;
}

/** The body of a request that carries a file. */
export interface FileBody {
  readonly body: Readable;
  readonly mediaType: string | null;
  readonly signal?: AbortSignal | undefined;
}

/** Recognises a file and reads as far as its first row. Throws a HubError when nothing of it can be read. */
export async function openImport<C extends string, R extends FileRow<unknown>>(
  kind: FileKind<C, R>,
  { body, mediaType, signal }: FileBody,
): Promise<ImportFile<R>> {
  const sheet = await openSheet(body, mediaType, signal);
  const tally = { passedOver: 0 };
  const passedOver = (): number => tally.passedOver;
  if (sheet.kind === 'NDJSON') {
    const rows = await withRows(readLines(kind, sheet.lines), tally);
    return { format: sheet.kind, notice: null, placeOf: () => null, rows, passedOver };
  }
  const lines = sheet.rows[Symbol.asyncIterator]() as AsyncIterator<SheetRow, undefined>;
  const first = await lines.next();
  if (first.done) throw new HubError('IMPORT_FILE_EMPTY');
  const { cells } = first.value;
  const header = readHeader(kind.columns, cells);
  const placeOf = (column: string): number | null => header.places.get(column as C) ?? null;
  const rows = await withRows(readTable(kind, lines, { header, width: cells.length, tally }), tally);
  return { format: sheet.kind, notice: ignoredNotice(kind.columns, header), placeOf, rows, passedOver };
}

interface Table<C extends string> {
  readonly header: Header<C>;
  readonly width: number;
  readonly tally: Tally;
}

async function* readTable<C extends string, R extends FileRow<unknown>>(
  kind: FileKind<C, R>,
  lines: AsyncIterator<SheetRow, undefined>,
  { header, width, tally }: Table<C>,
): AsyncGenerator<R> {
  for (;;) {
    const { value, done } = await lines.next();
    if (done) return;
    const { row, cells } = value;
    const cellOf = (column: C): Cell => cells[header.places.get(column) ?? -1] ?? null;
    const beyond = cells.findIndex((cell, index) => index >= width && cell !== null);
    if (beyond !== -1) yield beyondRow(kind, row, columnLetters(beyond), cellOf);
    else if (!isLeftOpen(kind, cellOf)) yield kind.readRow(row, 'SHEET', cellOf);
    else if (cells.some((cell) => cell !== null)) tally.passedOver += 1;
  }
}

/** A row with something outside the columns: its cells may have shifted, so that no other of them is judged. */
function beyondRow<C extends string, R extends FileRow<unknown>>(
  { columns, unreadRow }: FileKind<C, R>,
  row: number,
  column: string,
  cellOf: (column: C) => Cell,
): R {
  const key = valueOf(readText(cellOf(columns.key)));
  return unreadRow(row, 'SHEET', key, [adviceFault('', 'BEYOND', { column })]);
}

/** A row in which nobody filled in a thing, as the template leaves it: it says nothing. */
function isLeftOpen<C extends string, R extends FileRow<unknown>>(
  { columns }: FileKind<C, R>,
  cellOf: (column: C) => Cell,
): boolean {
  const isEmpty = (column: C): boolean => cellOf(column) === null;
  const isNamed = !isEmpty(columns.key);
  return isNamed ? columns.filled.every(isEmpty) : columns.all.every(isEmpty);
}

/** The same rows, once it is sure that there is one; never more than a file may have. */
async function withRows<R>(rows: AsyncGenerator<R>, tally: Tally): Promise<AsyncIterable<R>> {
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
