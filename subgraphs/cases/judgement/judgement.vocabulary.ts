import { defineEnum } from '../../../vocabulary/define-enum.js';

export const Verdict = defineEnum('Verdict', 'What was thought of an option for a case.', {
  SHORTLISTED: 'op de korte lijst',
  REJECTED: 'afgewezen, met een reden',
});
export type Verdict = (typeof Verdict.codes)[number];

export const RejectionReason = defineEnum(
  'RejectionReason',
  'Why an option is not gone on with, as its broker or owner judges it. Why a provider says no is a DeclineReason.',
  {
    TOO_FAR: 'te ver van huis',
    TOO_LATE: 'kan niet op tijd beginnen',
    TOO_HEAVY: 'zwaarder dan nodig',
    TOO_LIGHT: 'te licht',
    NO_MATCH: 'past niet bij het kind of het gezin',
    SIBLINGS_APART: 'broers en zussen niet samen',
    SCHOOL: 'school is niet te houden',
    SAFETY: 'niet veilig',
    NO_CONTRACT: 'geen contract',
    FAMILY_DECLINES: 'ouders of jeugdige willen niet',
    TRIED_BEFORE: 'eerder geprobeerd',
    OTHER: 'andere reden',
  },
);
export type RejectionReason = (typeof RejectionReason.codes)[number];
