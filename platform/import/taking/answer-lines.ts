import type { HubError, Language } from '../../errors/errors.js';
import type { RowFault } from '../../input/row-fault.js';
import { adviceMessage, fileMessage, type Advice } from '../advice/advice.rules.js';
import type { RowForm, TakenRow } from '../file-row.js';
import type { ImportFile } from '../read-rows.js';
import { columnLetters } from '../sheet/sheet.js';
import type { ImportTerms } from './import-terms.js';

/** What the answer to a file tells of its rows. */
export interface RowReport<T extends TakenRow> {
  readonly advice: Advice;
  /** The counts of the summary, in their order. */
  readonly counts: readonly string[];
  /** Under which count an outcome falls. */
  readonly countOf: (outcome: string) => string;
  /** What a row is about, such as its key. */
  readonly about: (row: T) => object;
  /** What a rehearsal tells besides of a row that would be taken. */
  readonly change: (row: T) => object;
  /** How the file calls the field in which a fault stands. */
  readonly nameOf: (field: string, form: RowForm) => string;
}

/** How many rows came to which outcome, and how many nobody filled in. */
export type ImportCounts = Record<string, number>;

export function noRows<T extends TakenRow>({ counts }: RowReport<T>): ImportCounts {
  return Object.fromEntries(['rows', ...counts, 'passedOver'].map((name) => [name, 0]));
}

export function count<T extends TakenRow>(
  report: RowReport<T>,
  counts: ImportCounts,
  rows: readonly T[],
  passedOver: number,
): void {
  const add = (name: string, number = 1): void => void (counts[name] = (counts[name] ?? 0) + number);
  counts['passedOver'] = passedOver;
  add('rows', rows.length);
  for (const { outcome } of rows) add(report.countOf(outcome));
}

export function line(kind: string, fields: object): string {
  return `${JSON.stringify({ kind, ...fields })}\n`;
}

/** A row that was not taken has a line for each fault; in a rehearsal one that would be taken has what it changes. */
export function rowLines<T extends TakenRow>(
  report: RowReport<T>,
  result: T,
  file: Pick<ImportFile<unknown>, 'placeOf'>,
  { isRehearsal, language }: Pick<ImportTerms, 'isRehearsal'> & { readonly language: Language },
): string {
  const { row, outcome, faults } = result;
  if (faults.length > 0)
    return fromTheLeft(faults, file)
      .map((fault) => faultLine(report, result, fault, file, language))
      .join('');
  return isRehearsal ? line('row', { row, ...report.about(result), outcome, ...report.change(result) }) : '';
}

/** What is wrong in a row, with its place and what to do. */
function faultLine<T extends TakenRow>(
  { advice, about, nameOf }: RowReport<T>,
  result: T,
  fault: RowFault,
  { placeOf }: Pick<ImportFile<unknown>, 'placeOf'>,
  language: Language,
): string {
  const { row, form, outcome } = result;
  const { field, column: outside } = fault.parameters;
  const column = outside === undefined ? lettersAt(placeOf(field)) : String(outside);
  const message = adviceMessage(advice, fault, { form, row, column, name: nameOf(field, form) }, language);
  return line('row', { row, column, ...about(result), outcome, code: fault.code, message });
}

function lettersAt(place: number | null): string | null {
  return place === null ? null : columnLetters(place);
}

/** The faults of a row in the order of its cells. */
function fromTheLeft(faults: readonly RowFault[], { placeOf }: Pick<ImportFile<unknown>, 'placeOf'>): RowFault[] {
  const place = ({ parameters }: RowFault): number => placeOf(parameters.field) ?? -1;
  return [...faults].sort((one, other) => place(one) - place(other));
}

/** Something about the whole file: a notice, or why it was broken off. */
export function errorLine(
  advice: Advice,
  kind: 'notice' | 'error',
  { code, parameters }: HubError,
  language: Language,
): string {
  return line(kind, { code, message: fileMessage(advice, code, language, parameters), ...parameters });
}
