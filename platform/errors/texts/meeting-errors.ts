import type { ErrorText } from './error-text.js';

/** Of sessions to which people are asked to come. */
export const meetingErrorTexts = {
  PARTICIPANT_NOT_FREE: {
    status: 409,
    nl: 'Iemand die u vraagt heeft op dat moment al een bijeenkomst of is er die dag niet: er is niets gepland. Zoek een tijd die allen hebben, of vraag iemand anders.',
    en: 'Somebody you ask has another session at that moment or is not there that day: nothing was planned. Look for a time that all have, or ask somebody else.',
  },
} as const satisfies Record<string, ErrorText>;
