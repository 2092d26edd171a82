import type { Caller } from '../../../platform/identity/caller.js';
import { HubError } from '../../../platform/errors/errors.js';
import { remark } from '../../../platform/input/free-text.js';

/** So often one person may do this in a month before the privacy officer has to be asked. */
export const mostInAMonth = 3;
export const reviewWorkingDays = 5;
const freshMs = 5 * 60_000;
/** Two hosts rarely have quite the same time. */
const toleranceMs = 5_000;
const shortest = 20;
const longest = 500;

/** Throws SECOND_FACTOR_NEEDED unless the caller showed a second factor in the last five minutes. */
export function assertFreshFactor({ secondFactorAt }: Caller, now: Date): void {
  const age = secondFactorAt ? now.getTime() - secondFactorAt.getTime() : Infinity;
  if (!(age >= -toleranceMs && age <= freshMs))
    throw new HubError('SECOND_FACTOR_NEEDED', { minutes: freshMs / 60_000 });
}

/** Why, in the words of who opens it. Throws BAD_USER_INPUT, CONTAINS_BSN or CONTAINS_PERSONAL_DATA. */
export function explanationOf(text: string): string {
  const explanation = remark('explanation', text, longest) ?? '';
  if ([...explanation].length < shortest)
    throw new HubError('BAD_USER_INPUT', { field: 'explanation', expected: `${shortest}–${longest}` });
  return explanation;
}
