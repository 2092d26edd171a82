import type { ErrorText } from './error-text.js';

/** Errors about providers, offers and holds as cases knows them, and about placements. */
export const placementErrorTexts = {
  PROVIDER_NOT_KNOWN: {
    status: 409,
    nl: 'Deze organisatie heeft dit aanbod niet in de hub. Zoek het aanbod opnieuw en kies de organisatie die erbij staat.',
    en: 'This organisation has no such offer in the hub. Search for the offer again and choose the organisation that it names.',
  },
  HOLD_NOT_KNOWN: {
    status: 409,
    nl: 'Van deze casus is deze reservering hier (nog) niet bekend. Controleer het kenmerk, of probeer het over een paar tellen opnieuw.',
    en: 'This hold is not known here for this case, or not yet. Check the identifier, or try again in a few seconds.',
  },
  HOLD_ANSWERS: {
    status: 409,
    nl: 'Bij deze verwijzing hoort een reservering: beantwoord die, dan is beide beantwoord.',
    en: 'This referral comes with a hold: answer that, and both are answered.',
  },
  EXPORT_INCOMPLETE: {
    status: 409,
    nl: 'Voor {message} ontbreekt nog: {fields}. Vul het aan bij de plaatsing, bijvoorbeeld met "describeProduct", en vraag het opnieuw.',
    en: 'For {message} this is still missing: {fields}. Complete it at the placement, for instance with "describeProduct", and ask again.',
  },
  PLACED_ALREADY: {
    status: 409,
    nl: 'Bij deze reservering hoort al een plaatsing. Gebruik die.',
    en: 'There is a placement of this hold already. Use that.',
  },
  MAIN_PLACEMENT_RUNS: {
    status: 409,
    nl: 'Er loopt al een hoofdplaatsing. Beëindig die eerst, of wijs dit toe als tweede plek ("isSecondary").',
    en: 'A main placement is running. End it first, or allocate this as a secondary place ("isSecondary").',
  },
  MENTOR_RUNS: {
    status: 409,
    nl: 'Er staat al een JIM geregistreerd. Beëindig die eerst.',
    en: 'A mentor is registered already. End that first.',
  },
} as const satisfies Record<string, ErrorText>;
