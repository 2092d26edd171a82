import { dutchName } from '../../../platform/import/columns/columns.rules.js';
import type { RowForm } from '../../../platform/import/file-row.js';
import type { FileKind } from '../../../platform/import/read-rows.js';
import type { RowReport } from '../../../platform/import/taking/answer-lines.js';
import { professionalAdvice } from './advice/professional-advice.js';
import { professionalColumns, type Column } from './columns/column-names.js';
import { readRow, unreadRow, type ImportRow } from './columns/row.rules.js';
import type { ImportedProfessional } from './import.service.js';

/** A file of professionals: a table, or objects with the names of its columns. */
export const professionalFile: FileKind<Column, ImportRow> = { columns: professionalColumns, readRow, unreadRow };

function nameOf(field: string, form: RowForm): string {
  return form === 'SHEET' && Object.hasOwn(professionalColumns.names, field)
    ? dutchName(professionalColumns, field as Column)
    : field;
}

/** What the answer to a file of professionals tells: keys and the names of columns, never what stands in them. */
export const professionalReport: RowReport<ImportedProfessional> = {
  advice: professionalAdvice,
  counts: ['created', 'changed', 'unchanged', 'left', 'rejected'],
  countOf: (outcome) => outcome.toLowerCase(),
  about: ({ key }) => ({ key }),
  change: ({ changed }) => ({ changed }),
  nameOf,
};
