import type { FileLine } from '../../hub/files.js';
import { capacityStatus, type CapacityStatus } from '../../generated/words.js';
import { count, day } from '../../parts/dutch.js';

/** A figure as a file has it. */
export interface FileFigure {
  readonly status: CapacityStatus;
  readonly available: number;
  readonly maximum: number;
  readonly nextAvailableOn: string | null;
  readonly waitlistCount: number | null;
  readonly waitEstimateDays: number | null;
  readonly note: string | null;
  readonly asOf: string;
}

/** A row that is not taken, with what to do about it. */
export interface RowFault {
  readonly row: number;
  /** The letter of the column, where it stands in one. */
  readonly column: string | null;
  readonly offerKey: string | null;
  readonly message: string;
}

/** A row that would be taken: what it changes. */
export interface RowChange {
  readonly row: number;
  readonly offerKey: string;
  readonly from: FileFigure | null;
  readonly to: FileFigure;
}

export interface FileSummary {
  readonly rows: number;
  readonly accepted: number;
  readonly unchanged: number;
  readonly outdated: number;
  readonly rejected: number;
  readonly passedOver: number;
  readonly isComplete: boolean;
  readonly isRehearsal: boolean;
}

/** What the hub answered to a file, put together. */
export interface ReadFile {
  readonly faults: readonly RowFault[];
  readonly changes: readonly RowChange[];
  readonly notices: readonly string[];
  readonly summary: FileSummary;
}

/** Puts the lines of an answer together; the reason where the file as a whole was refused or broke off before anything was counted. */
export function readAnswer(lines: readonly FileLine[]): ReadFile | { readonly broken: string } {
  const summary = lines.find(({ kind }) => kind === 'summary') as (FileLine & FileSummary) | undefined;
  const broken = lines.filter(({ kind }) => kind === 'error').map(messageOf);
  if (!summary) return { broken: broken.join(' ') || 'Het bestand is niet helemaal gelezen. Probeer het opnieuw.' };
  const rows = lines.filter(({ kind }) => kind === 'row');
  return {
    faults: rows.filter(isFault).map((line) => line as FileLine & RowFault),
    changes: rows.filter((line) => !isFault(line)).map((line) => line as FileLine & RowChange),
    notices: [...lines.filter(({ kind }) => kind === 'notice').map(messageOf), ...broken],
    summary,
  };
}

/** How many rows came to what, in a sentence or three. */
export function summaryText({ summary }: ReadFile): string {
  const { accepted, unchanged, outdated, rejected, passedOver, isComplete, isRehearsal } = summary;
  const verb = isRehearsal ? (accepted === 1 ? 'verandert' : 'veranderen') : 'veranderd';
  const parts = [
    `${count(accepted, 'cijfer', 'cijfers')} ${verb}`,
    ...(unchanged > 0
      ? [`${count(unchanged, 'cijfer blijft gelijk en is', 'cijfers blijven gelijk en zijn')} weer van nu`]
      : []),
    ...(outdated > 0 ? [`${count(outdated, 'regel is', 'regels zijn')} ouder dan wat er al staat`] : []),
    ...(rejected > 0 ? [`${count(rejected, 'regel klopt', 'regels kloppen')} niet`] : []),
    ...(passedOver > 0 ? [`${count(passedOver, 'regel is', 'regels zijn')} niet ingevuld`] : []),
  ];
  const end = isComplete ? '' : ' De rest van het bestand is niet gelezen.';
  return `${parts.join(', ')}.${end}`;
}

/** A figure in words: `3 van 8, er is plaats`. */
export function figureText(figure: FileFigure | null): string {
  if (!figure) return 'nog geen cijfer';
  const { available, maximum, status, waitlistCount, nextAvailableOn, note } = figure;
  return [
    `${available} van ${maximum}`,
    capacityStatus[status],
    waitlistCount !== null && waitlistCount > 0 && `${waitlistCount} op de wachtlijst`,
    nextAvailableOn !== null && `vrij vanaf ${day(nextAvailableOn)}`,
    note !== null && `“${note}”`,
  ]
    .filter(Boolean)
    .join(', ');
}

function isFault(line: FileLine): boolean {
  return typeof line['message'] === 'string';
}

function messageOf({ offerKey, message }: FileLine): string {
  return typeof offerKey === 'string' ? `${offerKey}: ${String(message)}` : String(message);
}
