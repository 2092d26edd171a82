import type { ErrorText } from './error-text.js';

/** Errors about places that are held and waited for. */
export const holdErrorTexts = {
  NO_PLACE_LEFT: {
    status: 409,
    nl: 'Er is niet genoeg meer vrij bij dit aanbod. Zoek opnieuw, of zet de casus op de wachtlijst.',
    en: 'Not enough is left of this offer. Search again, or put the case on the waiting list.',
  },
  FIGURE_STALE: {
    status: 409,
    nl: 'Het cijfer van dit aanbod is verouderd of onbekend. Bel de aanbieder en geef met "confirmedByPhone" aan wie u sprak en wanneer.',
    en: 'The figure of this offer is stale or unknown. Phone the provider and tell with "confirmedByPhone" whom you spoke and when.',
  },
  INTAKE_CLOSED: {
    status: 409,
    nl: 'Dit aanbod neemt nu niemand aan (opnamestop). Kies ander aanbod of wacht tot het weer open is.',
    en: 'This offer takes nobody in at the moment. Choose another offer or wait until it is open again.',
  },
  OFFER_RETIRED: {
    status: 409,
    nl: 'Dit aanbod bestaat niet meer. Zoek opnieuw.',
    en: 'This offer no longer exists. Search again.',
  },
  CASE_CLOSED: {
    status: 409,
    nl: 'Deze casus is gesloten. Heropen de casus of kies een andere.',
    en: 'This case is closed. Reopen it or choose another.',
  },
  STATE_CONFLICT: {
    status: 409,
    nl: 'Dit kan niet meer: de stand is nu {state}. Ververs het overzicht.',
    en: 'This is not possible any more: the state is now {state}. Refresh your view.',
  },
  ALREADY_HELD: {
    status: 409,
    nl: 'Voor deze casus loopt al een reservering bij dit aanbod. Gebruik die, of geef haar eerst vrij.',
    en: 'There is a hold of this offer for this case already. Use it, or release it first.',
  },
  PLACES_NOT_HELD: {
    status: 409,
    nl: 'Er is niets gereserveerd, want "{field}" kan niet: {reason}. Kies daarvoor ander aanbod en probeer het opnieuw.',
    en: 'Nothing is held, because "{field}" cannot be: {reason}. Choose another offer for it and try again.',
  },
  ALREADY_WAITING: {
    status: 409,
    nl: 'Deze casus staat al op de wachtlijst van dit aanbod. Haal haar er eerst af om iets te wijzigen.',
    en: 'This case is on the waiting list of this offer already. Take it off first to change anything.',
  },
} as const satisfies Record<string, ErrorText>;
