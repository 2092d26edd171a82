import { HubError } from '../../../platform/errors/errors.js';
import { dayAhead, dayPast } from '../lists/days.rules.js';
import type { ResultKind } from '../consultation/consultation.vocabulary.js';
import type { NewOutcome } from './outcome.store.js';

/** Three years: later nobody can say what did it (_proposal_). */
const longestFollowUpDays = 1_096;

/** A finding that can be: something was found, and not on a day that is still ahead in the Netherlands. Throws BAD_USER_INPUT. */
export function assertFound(found: Omit<NewOutcome, 'kind'> & { readonly kind: ResultKind }, now: Date): NewOutcome {
  const { kind, measuredOn, followUpOn } = found;
  if (kind === 'OPEN') throw new HubError('BAD_USER_INPUT', { field: 'kind', expected: '≠ OPEN' });
  dayPast('measuredOn', measuredOn, now);
  if (followUpOn !== null) dayAhead('followUpOn', followUpOn, now, longestFollowUpDays);
  return { ...found, kind };
}
