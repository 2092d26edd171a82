import type { ErrorText } from './error-text.js';

/** Errors about consent, and about cases that are put before a provider. */
export const referralErrorTexts = {
  CONSENT_MISSING: {
    status: 409,
    nl: 'Er is geen geldige toestemming om te delen van: {missing}. Leg die vast, of noem met "ground" een andere grond.',
    en: 'There is no valid consent to sharing of: {missing}. Record it, or name another ground with "ground".',
  },
  GROUND_NOT_ACCEPTED: {
    status: 409,
    nl: 'Op deze grond wordt hier niet verwezen. Wel op: {accepted}.',
    en: 'No case is referred on this ground here. These are accepted: {accepted}.',
  },
  GROUND_NOT_IN_CASE: {
    status: 409,
    nl: 'De genoemde grond volgt niet uit de casus. Werk de casus bij, of leg toestemming vast.',
    en: 'The ground does not follow from the case. Bring the case up to date, or record consent.',
  },
  CASE_RESTRICTED: {
    status: 403,
    nl: 'Deze casus is afgeschermd: alleen de organisatie die haar inbracht legt haar voor en regelt de zorg. Vraag het die.',
    en: 'This case is restricted: only the organisation that brought it refers it and arranges care. Ask them.',
  },
  ALREADY_REFERRED: {
    status: 409,
    nl: 'Deze casus ligt al voor bij deze aanbieder. Trek die verwijzing eerst in om iets te wijzigen.',
    en: 'This case lies before this provider already. Withdraw that referral first to change anything.',
  },
} as const satisfies Record<string, ErrorText>;
