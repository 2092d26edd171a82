import type { RowReport } from '../../../platform/import/taking/answer-lines.js';
import { dutchName } from '../../../platform/import/columns/columns.rules.js';
import type { RowForm } from '../../../platform/import/file-row.js';
import type { FileKind } from '../../../platform/import/read-rows.js';
import { figureAdvice } from './advice/figure-advice.js';
import { figureColumns, type Column } from './columns/column-names.js';
import { readRow, unreadRow, type ImportRow } from './columns/row.rules.js';
import type { ImportedRow } from './import.service.js';
import { hsdsLines } from './read-hsds.js';

/** A file of figures: a table, objects with the names of its columns, or Open Referral HSDS. */
export const figureFile: FileKind<Column, ImportRow> = {
  columns: figureColumns,
  ...{ readRow, unreadRow },
  standard: hsdsLines,
};

/** What HSDS calls the fields that have another name there. */
const hsdsNames: Readonly<Record<string, string>> = { offerKey: 'id', asOf: 'updated' };

/** How the file calls the field in which a fault stands: a sheet by its Dutch name. */
function nameOf(field: string, form: RowForm): string {
  if (form === 'STANDARD') return hsdsNames[field] ?? field;
  if (form === 'OBJECT' || !Object.hasOwn(figureColumns.names, field)) return field;
  return dutchName(figureColumns, field as Column);
}

const countOf: Readonly<Record<string, string>> = {
  ACCEPTED: 'accepted',
  UNCHANGED: 'unchanged',
  OUTDATED: 'outdated',
};

/** What the answer to a file of figures tells. */
export const figureReport: RowReport<ImportedRow> = {
  advice: figureAdvice,
  counts: ['accepted', 'unchanged', 'outdated', 'rejected'],
  countOf: (outcome) => countOf[outcome] ?? 'rejected',
  about: ({ offerKey }) => ({ offerKey }),
  change: ({ from, to }) => ({ from, to }),
  nameOf,
};
