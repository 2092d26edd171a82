import type { Readable } from 'node:stream';
import { HubError } from '../../../platform/errors/errors.js';
import { isUnwritable } from '../../../platform/input/free-text.js';
import { badValue, rowFault } from '../report/row-fault.js';
import { allColumns, columnOf, readHeader, type Column, type Header } from './columns/columns.rules.js';
import { readRow, type ImportRow } from './columns/row.rules.js';
import { hsdsReader, type HsdsReader } from './hsds.rules.js';
import { isObject, type HsdsObject } from './hsds-values.rules.js';
import { openSheet } from './sheet/open-sheet.js';
import { columnLetters, sheetLimits, type Cell, type JsonLine, type SheetRow } from './sheet/sheet.js';

/** A file of figures, row by row. */
export interface ImportFile {
  readonly format: 'CSV' | 'XLSX' | 'NDJSON';
  /** Columns that were not recognised, as they may be shown. */
  readonly ignored: readonly string[];
  /** The letters over a column, where the file is a table that has it. */
  readonly lettersOf: (column: string) => string | null;
  readonly rows: AsyncIterable<ImportRow>;
}

/** Recognises a file and reads as far as its first row. Throws a HubError when nothing of it can be read. */
export async function openImport(body: Readable, mediaType: string | null, signal?: AbortSignal): Promise<ImportFile> {
  const sheet = await openSheet(body, mediaType, signal);
  if (sheet.kind === 'NDJSON') {
    const rows = readLines(sheet.lines, hsdsReader());
    return { format: sheet.kind, ignored: [], lettersOf: () => null, rows: await withRows(rows) };
  }
  const lines = sheet.rows[Symbol.asyncIterator]() as AsyncIterator<SheetRow, undefined>;
  const first = await lines.next();
  if (first.done) throw new HubError('IMPORT_FILE_EMPTY');
  const { cells } = first.value;
  const header = readHeader(cells);
  const lettersOf = (column: string): string | null => {
    const place = header.places.get(column as Column);
    return place === undefined ? null : columnLetters(place);
  };
  const rows = readTable(lines, header, cells.length);
  return { format: sheet.kind, ignored: header.ignored, lettersOf, rows: await withRows(rows) };
}

async function* readTable(
  lines: AsyncIterator<SheetRow, undefined>,
  header: Header,
  width: number,
): AsyncGenerator<ImportRow> {
  for (;;) {
    const { value, done } = await lines.next();
    if (done) return;
    const { row, cells } = value;
    const beyond = cells.findIndex((cell, index) => index >= width && cell !== null);
    if (beyond !== -1)
      yield { row, report: null, offerKey: null, fault: badValue(columnLetters(beyond), 'leeg (empty)') };
    else {
      const cellOf = (column: Column): Cell => cells[header.places.get(column) ?? -1] ?? null;
      if (allColumns.some((column) => cellOf(column) !== null) && !isLeftOpen(cellOf)) yield readRow(row, cellOf);
    }
  }
}

/** A row of the template in which nobody filled in a figure: it says nothing of its offer. */
function isLeftOpen(cellOf: (column: Column) => Cell): boolean {
  const isEmpty = (column: Column): boolean => cellOf(column) === null;
  return !isEmpty('offerKey') && isEmpty('status') && isEmpty('available') && isEmpty('maximum');
}

/** Objects with the names of the columns, or of Open Referral HSDS. */
async function* readLines(lines: AsyncIterable<JsonLine>, hsds: HsdsReader): AsyncGenerator<ImportRow> {
  for await (const { row, value } of lines) {
    if (value === undefined)
      yield { row, report: null, offerKey: null, fault: rowFault('IMPORT_LINE_UNREADABLE', '', { row }) };
    else if (isObject(value) && Object.keys(value).some((name) => columnOf(name) === 'offerKey'))
      yield readObject(row, value);
    else yield* readHsds(row, value, hsds);
  }
}

function readObject(row: number, object: HsdsObject): ImportRow {
  const cells = new Map<Column, Cell>();
  for (const [name, value] of Object.entries(object)) {
    const column = columnOf(name);
    if (column === undefined) continue;
    if (typeof value === 'object' && value !== null)
      return { row, report: null, offerKey: null, fault: badValue(column, 'text, 0, 1, 2, …') };
    cells.set(column, value as Cell);
  }
  return readRow(row, (column) => cells.get(column) ?? null);
}

function* readHsds(row: number, value: unknown, hsds: HsdsReader): Generator<ImportRow> {
  for (const read of hsds.read(value)) {
    const { offerKey } = 'report' in read ? read.report : read.fault;
    // what PostgreSQL cannot keep is the key of nothing
    if (offerKey !== null && isUnwritable(offerKey))
      yield { row, report: null, offerKey: null, fault: badValue('offerKey', 'tekst') };
    else if ('report' in read)
      yield {
        row,
        report: { ...read.report, asOf: read.report.asOf?.toISOString() ?? null, note: null },
        fault: null,
      };
    else yield { row, report: null, offerKey, fault: badValue(read.fault.field, read.fault.expected) };
  }
}

/** The same rows, once it is sure that there is one; never more than a file may have. */
async function withRows(rows: AsyncGenerator<ImportRow>): Promise<AsyncIterable<ImportRow>> {
  const first = await rows.next();
  if (first.done) throw new HubError('IMPORT_FILE_EMPTY');
  const { value } = first;
  return (async function* () {
    yield value;
    let count = 1;
    for await (const row of rows) {
      if (++count > sheetLimits.rows)
        throw new HubError('IMPORT_FILE_TOO_LARGE', { rows: sheetLimits.rows, columns: sheetLimits.columns });
      yield row;
    }
  })();
}
