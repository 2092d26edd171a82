import { HubError } from '../platform/errors/errors.js';
import type { Caller } from '../platform/identity/caller.js';
import { findRegion, type Region } from '../vocabulary/places/region.js';
import type { FigureArgs } from './figure-args.js';
import { figureForm, type FigureForm } from './figure-form.rules.js';

/** What is asked, once it is known that this caller may ask it. */
export interface FigureQuestion {
  readonly region: Region;
  readonly form: FigureForm;
  readonly year: number;
  /** The day by the end of which it must have happened; null for today. */
  readonly asOf: string | null;
}

/** What a statement counted, and for which day. */
export interface Counted<T> {
  readonly asOf: string;
  readonly today: string;
  readonly counts: readonly T[];
}

/**
 * The question that a caller may ask. An analyst cannot choose the day: figures of two days, put beside each other, tell of who came in
 * between. Throws NOT_FOUND for a region that does not exist or is not the caller's, BAD_USER_INPUT for a year that is none.
 */
export function figureQuestion(caller: Caller, { region: key, year, asOf }: FigureArgs): FigureQuestion {
  const region = findRegion(key ?? caller.region ?? '');
  const form = region && figureForm(caller, region);
  if (!form) throw new HubError('NOT_FOUND');
  if (year < 2000 || year > 2100) throw new HubError('BAD_USER_INPUT', { field: 'year', expected: '2000–2100' });
  return { region, form, year, asOf: form === 'EXACT' ? (asOf ?? null) : lastDayOf(year) };
}

/**
 * The question of what stands on one day of a year: a day in it, or else its last day, or today. Throws BAD_USER_INPUT for a day of another
 * year besides.
 */
export function stockQuestion(caller: Caller, args: FigureArgs): FigureQuestion {
  const question = figureQuestion(caller, args);
  const { year, asOf } = question;
  if (asOf !== null && !asOf.startsWith(`${year}-`))
    throw new HubError('BAD_USER_INPUT', { field: 'asOf', expected: lastDayOf(year) });
  return question;
}

/** Whether the numbers may be shown in the form of the question. Throws BAD_USER_INPUT for a day, or a year, that has not come, to who chose it. */
export function isOver(question: FigureQuestion, { asOf, today }: Pick<Counted<unknown>, 'asOf' | 'today'>): boolean {
  if (question.form === 'SUPPRESSED') return asOf < today;
  if (asOf <= today) return true;
  if (question.asOf === null)
    throw new HubError('BAD_USER_INPUT', { field: 'year', expected: `≤ ${today.slice(0, 4)}` });
  throw new HubError('BAD_USER_INPUT', { field: 'asOf', expected: today });
}

function lastDayOf(year: number): string {
  return `${year}-12-31`;
}
