import { stringify } from 'csv-stringify/sync';
import { harmless } from '../harmless.js';
import { cellsOf, rowsOf, type ExportedFigure } from './exported-figure.js';

const columns = [
  ...['figure', 'region', 'year', 'as_of', 'unit'],
  ...['row', 'row_title', 'column', 'column_title', 'value', 'why_withheld'],
];

/** A figure as CSV (RFC 4180), a line for each number. */
export function figureCsv(figure: ExportedFigure): string {
  const { name, region, year, asOf, unit } = figure;
  const lines = rowsOf(figure).flatMap((row) =>
    cellsOf(figure, row).map(({ column, cell }) => [
      ...[name, region, year, asOf, unit],
      ...[row.key, row.title, column.key, column.title, cell.value, cell.whyWithheld],
    ]),
  );
  return stringify([columns, ...lines], { cast: { string: harmless } });
}
