import { stringify } from 'csv-stringify/sync';
import writeExcelFile, { type Row } from 'write-excel-file/node';
import { harmless } from '../harmless.js';
import { cbsHeadings, ownersHeadings, type CbsRecord, type Cell } from './cbs-record.rules.js';

const headings = [...cbsHeadings, 'status', 'ontbreekt'];
const isComplete = ({ missing }: CbsRecord): boolean => missing.length === 0;

function lineOf(record: CbsRecord): readonly Cell[] {
  return [...record.cells, isComplete(record) ? 'COMPLEET' : 'GEWEIGERD', record.missing.join(' ')];
}

/** Records as CSV (RFC 4180): each line says whether it is complete, and else what is missing. */
export function recordsCsv(records: readonly CbsRecord[]): string {
  return stringify([headings, ...records.map(lineOf)], { cast: { string: harmless } });
}

/** Records as a spreadsheet: complete ones on the first sheet, refused ones with what they lack on the second. */
export function recordsSheet(records: readonly CbsRecord[]): Promise<Buffer> {
  const refused = records.filter((record) => !isComplete(record));
  return writeExcelFile([
    sheetOf(
      'Records',
      cbsHeadings,
      records.filter(isComplete).map(({ cells }) => cells),
    ),
    sheetOf('Geweigerd', headings, refused.map(lineOf)),
    sheetOf('Toelichting', ['kolom', 'uitleg'], explanation),
  ]).toBuffer();
}

const explanation: readonly (readonly Cell[])[] = [
  ...ownersHeadings.map((heading) => [heading, 'Kent de hub niet: vult het eigen systeem van de organisatie in.']),
  [
    'ontbreekt',
    'De kolommen zonder waarde die het CBS wel vraagt. Vul ze aan in de hub en haal het bestand opnieuw op.',
  ],
];

function sheetOf(sheet: string, titles: readonly string[], lines: readonly (readonly Cell[])[]) {
  const heading: Row = titles.map((value) => ({ value, type: String, fontWeight: 'bold' }));
  const data: Row[] = [heading, ...lines.map((cells) => cells.map(toCell))];
  const columns = titles.map((title) => ({ width: Math.max(12, title.length + 2) }));
  return { sheet, data, columns, stickyRowsCount: 1 };
}

/** Codes stay text: a spreadsheet takes the zero off 01. */
function toCell(cell: Cell): Row[number] {
  if (cell === null) return null;
  return typeof cell === 'number' ? { value: cell, type: Number } : { value: harmless(cell), type: String };
}
