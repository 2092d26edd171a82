import type { ErrorText } from './error-text.js';

/** Errors about what a provider publishes. */
export const publishingErrorTexts = {
  OFFER_KEY_UNKNOWN: {
    status: 404,
    nl: 'Uw organisatie heeft geen aanbod met de sleutel in "{field}". Controleer de sleutel of meld het aanbod eerst aan.',
    en: 'Your organisation has no offer with the key in "{field}". Check the key or register the offer first.',
  },
  OFFER_KEY_RETIRED: {
    status: 409,
    nl: 'Het aanbod met de sleutel in "{field}" is beëindigd. Meld het opnieuw aan of laat het weg.',
    en: 'The offer with the key in "{field}" is retired. Register it again or leave it out.',
  },
  OFFER_KEY_REPEATED: {
    status: 400,
    nl: 'De sleutel in "{field}" staat meer dan eens in dit verzoek. Stuur ieder aanbod eenmaal.',
    en: 'The key in "{field}" stands more than once in this request. Send each offer once.',
  },
  OFFER_HELD: {
    status: 409,
    nl: 'Van het aanbod in "{field}" zijn plaatsen gereserveerd. Beantwoord die reserveringen eerst, of wacht tot ze verlopen.',
    en: 'Places of the offer in "{field}" are held. Answer those holds first, or wait until they lapse.',
  },
  SITE_KEY_UNKNOWN: {
    status: 404,
    nl: 'Uw organisatie heeft geen locatie met de sleutel in "{field}". Geef ook gemeente en postcode mee om haar aan te melden.',
    en: 'Your organisation has no site with the key in "{field}". Send its municipality and postcode as well to register it.',
  },
  UNIT_FIXED: {
    status: 409,
    nl: 'Van dit aanbod zijn al cijfers gemeld, daarom ligt de eenheid in "{field}" vast. Meld nieuw aanbod aan met een andere sleutel.',
    en: 'Figures of this offer were reported, so the unit in "{field}" is fixed. Register a new offer under another key.',
  },
  UNIT_DIFFERS: {
    status: 400,
    nl: 'De eenheid in "{field}" is niet die van het aanbod: {expected}.',
    en: 'The unit in "{field}" is not that of the offer: {expected}.',
  },
  AVAILABLE_ABOVE_MAXIMUM: {
    status: 400,
    nl: 'In "{field}" is meer vrij dan het aanbod groot is. Verlaag het of verhoog "maximum".',
    en: 'More is free in "{field}" than the offer is large. Lower it or raise "maximum".',
  },
  STATUS_CONTRADICTS_AVAILABLE: {
    status: 400,
    nl: 'De status past niet bij "{field}": "er is plaats" (HAS_CAPACITY) vraagt ten minste 1 vrij, en wie geen plaats heeft meldt 0.',
    en: 'The status contradicts "{field}": HAS_CAPACITY needs at least 1 free, and who has none reports 0.',
  },
  AS_OF_AHEAD: {
    status: 400,
    nl: 'Het moment in "{field}" ligt meer dan vijf minuten vooruit. Zet de klok van uw systeem gelijk.',
    en: 'The moment in "{field}" lies more than five minutes ahead. Set the clock of your system.',
  },
  SEQUENCE_OUTDATED: {
    status: 409,
    nl: 'De hub kent al een melding met dit of een hoger volgnummer dan in "{field}". Geef een nieuwe melding een hoger nummer.',
    en: 'The hub knows a report with this or a higher sequence than in "{field}". Give a new report a higher one.',
  },
  AS_OF_OUTDATED: {
    status: 409,
    nl: 'De hub kent van dit aanbod al een nieuwer cijfer dan van het moment in "{field}". Meld het cijfer van nu.',
    en: 'The hub knows a newer figure of this offer than of the moment in "{field}". Report the figure of now.',
  },
  OTHER_ROWS_REFUSED: {
    status: 409,
    nl: 'Deze regel is in orde, maar niet opgeslagen: alles of niets was gevraagd en een andere regel kon niet. Verbeter die en stuur alles opnieuw.',
    en: 'This row is fine but was not stored: all or nothing was asked, and another row could not be. Mend that one and send all again.',
  },
} as const satisfies Record<string, ErrorText>;
