import { defineEnum } from '../../../vocabulary/define-enum.js';

export const ReferrerKind = defineEnum(
  'ReferrerKind',
  'Who asked for the consultation, with the code of iJw table COD327 where there is one.',
  {
    LOCAL_ACCESS: 'lokale toegang (iJw 01)',
    CERTIFIED_INSTITUTION: 'gecertificeerde instelling (iJw 04)',
    SAFE_HOME: 'Veilig Thuis',
    PARENT: 'ouder (iJw 06)',
    CARE_PROVIDER: 'zorgaanbieder (iJw 06)',
    EDUCATION: 'onderwijs (iJw 06)',
    OTHER: 'anders (iJw 06)',
    GP: 'huisarts (iJw 02)',
    YOUTH_DOCTOR: 'jeugdarts (iJw 03)',
    SPECIALIST: 'medisch specialist (iJw 05)',
    JUDGE: 'rechter (iJw 08)',
  },
);
export type ReferrerKind = (typeof ReferrerKind.codes)[number];

export const InterventionKind = defineEnum(
  'InterventionKind',
  'What was done for a child. Several are possible for one child, and none.',
  {
    REFERRED_TO_REGULAR_CARE: 'verwezen naar reguliere zorg',
    TAILOR_MADE: 'maatwerk',
    NON_CONTRACTED_OFFER: 'niet-gecontracteerd aanbod ingezet',
    EXPLANATORY_ANALYSIS_SUPPORT: 'ondersteuning bij verklarende analyse',
    ACCELERATION_TABLE: 'versnellingstafel',
    REFERRED_TO_RET: 'verwezen naar de Regionale Expert Tafel (RET)',
    INDEPENDENT_FACILITATION: 'onafhankelijke gespreksvoering of bemiddeling',
    TEAM_ANDERS_DEPLOYMENT: 'inzet van team AnderS',
    OTHER_MEDIATION: 'anders, vooral zorgbemiddeling',
  },
);
export type InterventionKind = (typeof InterventionKind.codes)[number];

export const ResultKind = defineEnum('ResultKind', 'What a consultation led to for the child.', {
  OUT_OF_HOME_PREVENTED: 'uithuisplaatsing voorkomen',
  AS_HOME_AS_POSSIBLE: 'kind zo thuis mogelijk',
  MOVED_ON_TO_SUITABLE_CARE: 'doorgestroomd naar passende hulp',
  NOT_SUCCESSFUL: 'niet gelukt, ondanks interventie',
  OPEN: 'nog geen resultaat bekend',
});
export type ResultKind = (typeof ResultKind.codes)[number];

export const ConsultationStatus = defineEnum('ConsultationStatus', 'How far a consultation is.', {
  RECEIVED: 'ontvangen, nog geen contact',
  CONTACTED: 'eerste contact geweest',
  IN_CONSULTATION: 'in consultatie',
  ROUND_TABLE_PLANNED: 'ronde tafel gepland',
  ROUND_TABLE_HELD: 'ronde tafel gehouden',
  TEAM_DEPLOYED: 'team ingezet',
  EXPLANATORY_ANALYSIS: 'verklarende analyse loopt',
  REFERRED_TO_RET: 'verwezen naar de Regionale Expert Tafel (RET)',
  MATCHING: 'passend aanbod wordt gezocht',
  CLOSED: 'afgesloten',
  ABANDONED: 'afgebroken',
});
export type ConsultationStatus = (typeof ConsultationStatus.codes)[number];

export const ConsultationChannel = defineEnum('ConsultationChannel', 'How the question came in.', {
  PHONE: 'telefoon',
  EMAIL: 'e-mail',
  ROUND_TABLE: 'ronde tafel',
  FORM: 'formulier',
});
export type ConsultationChannel = (typeof ConsultationChannel.codes)[number];

export const AbandonReason = defineEnum('AbandonReason', 'Why a consultation was not gone on with.', {
  NOT_REACHED: 'verwijzer niet bereikt',
  WITHDRAWN: 'vraag ingetrokken',
  DUPLICATE: 'dubbel geregistreerd',
  ELSEWHERE: 'hoort bij een andere regio of dienst',
  OTHER: 'anders',
});
export type AbandonReason = (typeof AbandonReason.codes)[number];
