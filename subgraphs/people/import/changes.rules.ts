import type { ProfessionalRecord } from '../publishing/publishing.rules.js';
import { columnNames, type Column } from './columns/column-names.js';

/** The columns in which what is told of a professional differs from what was known, by their Dutch names and in their order. */
export function changedColumns(before: ProfessionalRecord, after: ProfessionalRecord): string[] {
  const columns = Object.keys(columnNames).filter((column): column is Column & keyof ProfessionalRecord =>
    Object.hasOwn(after, column),
  );
  return columns
    .filter((column) => JSON.stringify(before[column]) !== JSON.stringify(after[column]))
    .map((column) => columnNames[column][0]);
}
