import { errorMessage, type HubError, type Language } from '../../../platform/errors/errors.js';
import { placeOf } from './columns/row.rules.js';
import type { ImportedRow } from './import.service.js';
import type { ImportFile } from './read-rows.js';

/** How many rows came to which outcome. */
export interface ImportCounts {
  rows: number;
  accepted: number;
  unchanged: number;
  outdated: number;
  rejected: number;
}

export function noRows(): ImportCounts {
  return { rows: 0, accepted: 0, unchanged: 0, outdated: 0, rejected: 0 };
}

export function count(counts: ImportCounts, rows: readonly ImportedRow[]): void {
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

/** A row that was not taken, with its place and what to do; in a rehearsal also one that would change a figure. */
export function rowLine(result: ImportedRow, { lettersOf }: ImportFile, language: Language): string {
  const { row, offerKey, outcome, fault, from, to } = result;
  if (!fault) return line('row', { row, offerKey, outcome, from, to });
  const { code, parameters } = fault;
  const column = lettersOf(parameters.field);
  const field = placeOf(parameters.field, row, column);
  return line('row', {
    row,
    column,
    offerKey,
    outcome,
    code,
    message: errorMessage(code, language, { ...parameters, row, field }),
  });
}

/** Something about the whole file: a notice, or why it was broken off. */
export function errorLine(kind: 'notice' | 'error', { code, parameters }: HubError, language: Language): string {
  return line(kind, { code, message: errorMessage(code, language, parameters), ...parameters });
}
