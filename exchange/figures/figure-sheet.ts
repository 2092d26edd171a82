import writeExcelFile, { type Row } from 'write-excel-file/node';
import type { Words } from '../words.js';
import { cellsOf, rowsOf, type ExportedFigure, type FigureRow } from './exported-figure.js';

/** What stands where a number is withheld; the second sheet says why. */
const withheld = 'x';

/** A figure as a spreadsheet: the table on the first sheet, on the second how it is counted and why numbers are missing. */
export function figureSheet(figure: ExportedFigure, words: Words): Promise<Buffer> {
  const rows = rowsOf(figure);
  const headings = rows[0] ? cellsOf(figure, rows[0]).map(({ column }) => column.title) : [];
  return writeExcelFile([
    {
      sheet: 'Cijfers',
      data: [heading(['', ...headings]), ...rows.map((row) => toRow(figure, row))],
      columns: [{ width: 36 }, ...headings.map((title) => ({ width: Math.max(12, title.length + 2) }))],
      stickyRowsCount: 1,
    },
    { sheet: 'Toelichting', data: explanation(figure, words), columns: [{ width: 22 }, { width: 110 }] },
  ]).toBuffer();
}

function heading(titles: readonly string[]): Row {
  return titles.map((value) => ({ value, fontWeight: 'bold' }));
}

function toRow(figure: ExportedFigure, row: FigureRow): Row {
  const numbers = cellsOf(figure, row).map(({ cell }) =>
    cell.value === null ? { value: withheld, type: String } : { value: cell.value, type: Number },
  );
  return [{ value: row.title, type: String }, ...numbers];
}

function explanation(figure: ExportedFigure, words: Words): Row[] {
  const reasons = rowsOf(figure)
    .flatMap((row) => cellsOf(figure, row))
    .flatMap(({ cell }) => cell.whyWithheld ?? []);
  const lines: [string, string][] = [
    ['Figuur', figure.title],
    ['Regio', figure.region],
    ['Jaar', String(figure.year)],
    ...(figure.asOf === null ? [] : [['Geteld tot en met', figure.asOf] satisfies [string, string]]),
    ['Eenheid', figure.unit],
    ...figure.howCounted.map((text): [string, string] => ['Hoe geteld', text]),
    ...figure.doesNotAddUp.map((text): [string, string] => ['Let op', text]),
    ...figure.assumptions.map((text): [string, string] => ['Aanname', text]),
    ...[...new Set(reasons)].map((code): [string, string] => [withheld, words('WithheldReason', code)]),
  ];
  return lines.map(([name, text]) => [
    { value: name, type: String },
    { value: text, type: String },
  ]);
}
