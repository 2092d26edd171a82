import type { ConsentParty, ConsentPurpose } from '../../generated/words.js';
import { hubNow } from '../../hub/clock.js';
import type { Intention } from '../../hub/intention.js';
import { calendarDay } from '../../parts/dutch.js';

/** A yes as it is filled in; days as 2027-01-15, empty where none is filled in. */
export interface ConsentDraft {
  readonly by: ConsentParty | '';
  readonly about: ConsentPurpose;
  readonly givenOn: string;
  readonly until: string;
}

/** Today, to share what is sought: what is written down most. */
export function emptyDraft(): ConsentDraft {
  return { by: '', about: 'SHARING_WITH_PROVIDER', givenOn: calendarDay(hubNow()), until: '' };
}

/** What is wrong with a draft, by field; nothing where it can be sent. */
export function faultsOf({ by, givenOn, until }: ConsentDraft): Partial<Record<'by' | 'givenOn' | 'until', string>> {
  const today = calendarDay(hubNow());
  return {
    ...(by === '' && { by: 'Kies wie toestemming gaf.' }),
    ...((givenOn === '' || givenOn > today) && { givenOn: 'Kies vandaag of een dag die voorbij is.' }),
    ...(until !== '' && until <= today && { until: 'Kies een dag na vandaag, of laat dit leeg.' }),
  };
}

/** What is sent of a draft without faults. */
export function inputOf({ caseId, by, about, givenOn, until }: ConsentDraft & { caseId: string }, intended: Intention) {
  if (by === '') throw new Error('a draft with faults is not sent');
  const { idempotencyKey, meantAt } = intended;
  // either is that calendar day in Amsterdam, in summer and in winter
  const givenAt = givenOn === calendarDay(Date.parse(meantAt)) ? meantAt : `${givenOn}T12:00:00Z`;
  return {
    ...{ idempotencyKey, caseId, by, purpose: about, givenAt },
    ...(until !== '' && { validUntil: `${until}T21:59:59Z` }),
  };
}
