import type { ErrorText } from './error-text.js';

/** Errors about a hub that cannot answer now. */
export const serviceErrorTexts = {
  DATABASE_UNAVAILABLE: {
    status: 503,
    nl: 'De gegevens zijn nu niet bereikbaar. Probeer het over enkele seconden opnieuw.',
    en: 'The data cannot be reached now. Try again in a few seconds.',
  },
  ANSWER_INCOMPLETE: {
    status: 200,
    nl: 'Een verplicht gegeven ontbrak, daarom is dit deel van het antwoord leeg.',
    en: 'A required value was missing, so this part of the answer is empty.',
  },
  RATE_LIMITED: {
    status: 429,
    nl: 'U vraagt nu meer dan in een minuut kan. Probeer het over {retryAfterSeconds} seconden opnieuw.',
    en: 'You ask more than fits in a minute. Try again in {retryAfterSeconds} seconds.',
  },
  TOO_MANY_STREAMS: {
    status: 429,
    nl: 'U hebt {limit} vensters open die vanzelf bijblijven; meer kan niet. Sluit er een.',
    en: 'You have {limit} windows open that stay up to date; there can be no more. Close one.',
  },
  DEADLINE_EXCEEDED: {
    status: 503,
    nl: 'Het antwoord duurde te lang. Vraag minder tegelijk of probeer het opnieuw.',
    en: 'The answer took too long. Ask for less at a time or try again.',
  },
  OVERLOADED: {
    status: 503,
    nl: 'De hub is nu te druk of gaat dicht. Probeer het over enkele seconden opnieuw.',
    en: 'The hub is too busy or closing. Try again in a few seconds.',
  },
  INTERNAL: {
    status: 500,
    nl: 'Er ging iets mis in de hub. Meld het kenmerk van dit verzoek aan de beheerder.',
    en: 'Something went wrong in the hub. Report the id of this request to the operator.',
  },
} as const satisfies Record<string, ErrorText>;
