import type { ErrorText } from './error-text.js';

/** Errors about opening a restricted case in an emergency. */
export const breakGlassErrorTexts = {
  SECOND_FACTOR_NEEDED: {
    status: 403,
    nl: 'Toon eerst opnieuw wie u bent, met uw tweede factor: meld u aan bij /inloggen?opnieuw=ja en probeer het binnen {minutes} minuten weer.',
    en: 'Show who you are again, with your second factor: sign in at /inloggen?opnieuw=ja and try again within {minutes} minutes.',
  },
  BREAK_GLASS_NOT_NEEDED: {
    status: 409,
    nl: 'Van deze casus is voor u niets afgeschermd. Vraag haar gewoon op, met hetzelfde doel.',
    en: 'Nothing of this case is hidden from you. Just ask for it, for the same purpose.',
  },
  BREAK_GLASS_BLOCKED: {
    status: 403,
    nl: 'U gebruikte in een maand al {limit} keer noodtoegang. Vraag de organisatie die de casus inbracht, en meld het aan de functionaris gegevensbescherming.',
    en: 'You used emergency access {limit} times within a month. Ask the organisation that brought the case, and tell the privacy officer.',
  },
  OWN_BREAK_GLASS: {
    status: 403,
    nl: 'Uw eigen noodtoegang beoordeelt u niet. Laat het een andere functionaris gegevensbescherming doen.',
    en: 'You do not review your own emergency access. Let another privacy officer do it.',
  },
} as const satisfies Record<string, ErrorText>;
