import { hasRole, type Caller } from '../../../../platform/identity/caller.js';
import { HubError } from '../../../../platform/errors/errors.js';
import type { Region } from '../../../../vocabulary/places/region.js';

/** Whose rows of a region's board a caller sees: all of the own region, the own one of any, or none. */
export type BoardScope = { readonly organisationId: string | null } | null;

/**
 * A broker sees every provider of the own region: who is to be phoned anyway. A provider sees itself. An analyst gets totals over three
 * providers or more, which a board with a row for each is not.
 */
export function boardScope(caller: Caller, region: Region): BoardScope {
  if (hasRole(caller, 'care-broker') && caller.region === region.key) return { organisationId: null };
  const isProvider = hasRole(caller, 'provider-planner', 'provider-system') && caller.organisationId !== null;
  return isProvider ? { organisationId: caller.organisationId } : null;
}

/** The rule of Colorado's register: no update on two days that follow on each other, or on five days of the month. */
export function isNonCompliant(days: { readonly daysWithoutUpdate: number; readonly longestGapDays: number }): boolean {
  return days.longestGapDays >= 2 || days.daysWithoutUpdate >= 5;
}

/** The first day of a month such as 2026-11; null for none. Throws BAD_USER_INPUT. */
export function firstDayOf(month: string | null): string | null {
  if (month === null) return null;
  if (!/^20[0-9]{2}-(0[1-9]|1[0-2])$/.test(month))
    throw new HubError('BAD_USER_INPUT', { field: 'month', expected: '2026-11' });
  return `${month}-01`;
}
