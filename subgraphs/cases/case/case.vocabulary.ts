import { defineEnum } from '../../../vocabulary/define-enum.js';

export const CaseStatus = defineEnum('CaseStatus', 'Whether a case is being worked on.', {
  OPEN: 'open',
  CLOSED: 'afgesloten',
});
export type CaseStatus = (typeof CaseStatus.codes)[number];

export const LegalMeasure = defineEnum('LegalMeasure', 'A child-protection measure, with its code at CBS.', {
  SUPERVISION: 'ondertoezichtstelling (CBS 11)',
  PROVISIONAL_SUPERVISION: 'voorlopige ondertoezichtstelling (CBS 12)',
  GUARDIANSHIP: 'voogdij (CBS 21)',
  PROVISIONAL_GUARDIANSHIP: 'voorlopige voogdij (CBS 22)',
  TEMPORARY_GUARDIANSHIP: 'tijdelijke voogdij (CBS 23)',
});
export type LegalMeasure = (typeof LegalMeasure.codes)[number];

export const OutOfHomeAuthorisation = defineEnum(
  'OutOfHomeAuthorisation',
  'A judge’s authorisation to place a child out of home, with its code at CBS.',
  {
    SECURE_PLACEMENT: 'machtiging gesloten plaatsing (CBS 71)',
    OUT_OF_HOME_PLACEMENT: 'machtiging uithuisplaatsing (CBS 72)',
  },
);
export type OutOfHomeAuthorisation = (typeof OutOfHomeAuthorisation.codes)[number];

export const ProblemDomain = defineEnum(
  'ProblemDomain',
  'A problem of the adults that keeps the help for a child from lasting.',
  {
    POVERTY: 'armoede',
    DIVORCE: 'echtscheiding',
    HOUSING: 'huisvesting',
    ADDICTION: 'verslaving',
    PARENTAL_OTHER: 'andere problemen van de ouders',
  },
);
export type ProblemDomain = (typeof ProblemDomain.codes)[number];

export const ClosingReason = defineEnum(
  'ClosingReason',
  'Why work on a case ended. A proposal: no source lists these.',
  {
    HELP_STARTED: 'passende hulp is begonnen',
    NOT_NEEDED: 'hulp is niet meer nodig',
    WITHDRAWN: 'gezin of verwijzer ziet ervan af',
    ELSEWHERE: 'elders verder geholpen',
    OF_AGE: 'te oud voor de Jeugdwet',
    DUPLICATE: 'dubbel geopend',
    OTHER: 'anders',
  },
);
export type ClosingReason = (typeof ClosingReason.codes)[number];

export const SchoolKind = defineEnum(
  'SchoolKind',
  'What kind of school a child goes to (_proposal_: no source lists these).',
  {
    CHILDCARE: 'kinderopvang of voorschool',
    PRIMARY: 'basisonderwijs',
    SPECIAL_PRIMARY: 'speciaal basisonderwijs',
    SECONDARY: 'voortgezet onderwijs',
    PRACTICAL: 'praktijkonderwijs',
    SPECIAL: 'speciaal onderwijs (so)',
    SECONDARY_SPECIAL: 'voortgezet speciaal onderwijs (vso)',
    VOCATIONAL: 'middelbaar beroepsonderwijs (mbo)',
    HIGHER: 'hoger onderwijs',
    EXEMPTED: 'vrijgesteld van de leerplicht',
    NONE: 'zonder school, terwijl het kind er een hoort te hebben',
  },
);
export type SchoolKind = (typeof SchoolKind.codes)[number];
