import { HubError } from '../../../platform/errors/errors.js';
import type { ResultKind } from '../consultation/consultation.vocabulary.js';
import { pastDay } from '../lists/moments.rules.js';
import type { NewOutcome } from './outcome.store.js';

/** A finding that can be: something was found, and not on a day that is still ahead in the Netherlands. Throws BAD_USER_INPUT. */
export function assertFound(found: Omit<NewOutcome, 'kind'> & { readonly kind: ResultKind }, now: Date): NewOutcome {
  const { kind, measuredOn } = found;
  if (kind === 'OPEN') throw new HubError('BAD_USER_INPUT', { field: 'kind', expected: '≠ OPEN' });
  pastDay('measuredOn', measuredOn, now);
  return { ...found, kind };
}
