import type { HubError, Language } from '../../../platform/errors/errors.js';
import type { RowFault } from '../../../platform/input/row-fault.js';
import { adviceMessage, fileMessage } from './advice/advice.rules.js';
import { columnNames, type Column } from './columns/column-names.js';
import type { ImportTerms } from './import-terms.js';
import type { ImportedRow } from './import.service.js';
import type { ImportFile } from './read-rows.js';
import { columnLetters } from './sheet/sheet.js';

/** How many rows came to which outcome, and how many nobody filled in. */
export interface ImportCounts {
  rows: number;
  accepted: number;
  unchanged: number;
  outdated: number;
  rejected: number;
  passedOver: number;
}

export function noRows(): ImportCounts {
  return { rows: 0, accepted: 0, unchanged: 0, outdated: 0, rejected: 0, passedOver: 0 };
}

export function count(counts: ImportCounts, rows: readonly ImportedRow[], { passedOver }: ImportFile): void {
  counts.passedOver = passedOver();
  counts.rows += rows.length;
  for (const { outcome } of rows) {
    if (outcome === 'ACCEPTED') counts.accepted += 1;
    else if (outcome === 'UNCHANGED') counts.unchanged += 1;
    else if (outcome === 'OUTDATED') counts.outdated += 1;
    else counts.rejected += 1;
  }
}

export function line(kind: string, fields: object): string {
  return `${JSON.stringify({ kind, ...fields })}\n`;
}

/** A row that was not taken has a line for each fault; in a rehearsal one that would be taken has the figure before and after it. */
export function rowLines(
  result: ImportedRow,
  file: ImportFile,
  { isRehearsal }: ImportTerms,
  language: Language,
): string {
  const { row, offerKey, outcome, faults, from, to } = result;
  if (faults.length > 0)
    return fromTheLeft(faults, file)
      .map((fault) => faultLine(result, fault, file, language))
      .join('');
  return isRehearsal ? line('row', { row, offerKey, outcome, from, to }) : '';
}

/** What is wrong in a row, with its place and what to do. */
function faultLine(result: ImportedRow, fault: RowFault, { placeOf }: ImportFile, language: Language): string {
  const { row, form, offerKey, outcome } = result;
  const { field, column: outside } = fault.parameters;
  const column = outside === undefined ? lettersAt(placeOf(field)) : String(outside);
  const message = adviceMessage(fault, { form, row, column, name: nameOf(fault, form) }, language);
  return line('row', { row, column, offerKey, outcome, code: fault.code, message });
}

function lettersAt(place: number | null): string | null {
  return place === null ? null : columnLetters(place);
}

/** The faults of a row in the order of its cells. */
function fromTheLeft(faults: readonly RowFault[], { placeOf }: ImportFile): RowFault[] {
  const place = ({ parameters }: RowFault): number => placeOf(parameters.field) ?? -1;
  return [...faults].sort((one, other) => place(one) - place(other));
}

/** Something about the whole file: a notice, or why it was broken off. */
export function errorLine(kind: 'notice' | 'error', { code, parameters }: HubError, language: Language): string {
  return line(kind, { code, message: fileMessage(code, language, parameters), ...parameters });
}

/** What HSDS calls the fields that have another name there. */
const hsdsNames: Readonly<Record<string, string>> = { offerKey: 'id', asOf: 'updated' };

/** How the file calls the field in which a fault stands: a sheet by its Dutch name. */
function nameOf({ parameters: { field } }: RowFault, form: ImportedRow['form']): string {
  if (form === 'HSDS') return hsdsNames[field] ?? field;
  if (form === 'OBJECT' || !Object.hasOwn(columnNames, field)) return field;
  return columnNames[field as Column][0];
}
