import type { ErrorText } from './error-text.js';

/** Errors about work on a case. */
export const caseErrorTexts = {
  CASE_RUNNING: {
    status: 409,
    nl: 'Voor deze casus loopt nog: reserveringen {holds}, open verwijzingen {referrals}, duo’s {duos}. Geef die eerst vrij, trek ze in of beëindig ze.',
    en: 'There is still something going on for this case: holds {holds}, open referrals {referrals}, duos {duos}. Release, withdraw or end them first.',
  },
  ONLY_FOR_OWNER: {
    status: 403,
    nl: 'Dit doet alleen de organisatie die de casus inbracht. Vraag het die.',
    en: 'Only the organisation that brought the case does this. Ask them.',
  },
  HOLDER_UNCHANGED: {
    status: 400,
    nl: 'De casus is al van deze regio en organisatie. Noem met "region" of "ownerOrganisationId" een andere.',
    en: 'The case is already of this region and organisation. Name another with "region" or "ownerOrganisationId".',
  },
  CONSULTATION_HAS_CASE: {
    status: 409,
    nl: 'Van deze consultatie is al een casus gemaakt. Werk daarin verder.',
    en: 'This consultation has become a case already. Go on in that case.',
  },
  RETENTION_OVER: {
    status: 409,
    nl: 'Deze casus is langer dan {days} dagen afgesloten en wordt gewist. Open een nieuwe.',
    en: 'This case was closed more than {days} days ago and is about to be erased. Open a new one.',
  },
} as const satisfies Record<string, ErrorText>;
