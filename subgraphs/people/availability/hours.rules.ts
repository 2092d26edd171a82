import { HubError } from '../../../platform/errors/errors.js';
import type { TimeWindow } from '../../../vocabulary/child.js';

const most = 80;

/** Hours a week in a part of the week. */
export interface HoursOf {
  readonly timeWindow: TimeWindow;
  readonly hoursPerWeek: number;
}

/** Throws BAD_USER_INPUT for hours that are no halves, or more than a week of work has. */
export function assertHours(field: string, hours: number): void {
  if (!(hours > 0 && hours <= most && Number.isInteger(hours * 2)))
    throw new HubError('BAD_USER_INPUT', { field, expected: `0.5–${most}, steps of 0.5` });
}

/** Throws BAD_USER_INPUT when a part of the week is named twice, or its hours cannot be. */
export function assertWindows(field: string, windows: readonly HoursOf[]): void {
  windows.forEach(({ hoursPerWeek }, index) => assertHours(`${field}.${index}.hoursPerWeek`, hoursPerWeek));
  if (new Set(windows.map(({ timeWindow }) => timeWindow)).size < windows.length)
    throw new HubError('BAD_USER_INPUT', { field, expected: 'each timeWindow once' });
}

const dayMs = 86_400_000;

/** The days from one to another, as many as there are between them. */
export function daysBetween(fromOn: string, toOn: string): number {
  return (Date.parse(toOn) - Date.parse(fromOn)) / dayMs;
}

/** Throws BAD_USER_INPUT for a period that ends before it begins, or lasts longer than may be. */
export function assertPeriod(fromOn: string, toOn: string, mostDays: number): void {
  const days = daysBetween(fromOn, toOn);
  if (!(days >= 0 && days <= mostDays))
    throw new HubError('BAD_USER_INPUT', { field: 'toOn', expected: `fromOn + 0–${mostDays} d` });
}
