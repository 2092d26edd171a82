import { InterventionKind, ReferrerKind, type ResultKind } from '../consultation/consultation.vocabulary.js';
import type { YearTableSectionKind } from './year-table.vocabulary.js';

/** One line of the printed table and the codes of consultations that it counts. */
export interface YearTableLine {
  readonly section: YearTableSectionKind;
  readonly key: string;
  readonly title: string;
  readonly codes: readonly string[];
}

/** The code under which every consultation is counted once. */
export const everyConsultation = 'CONSULTATIONS';

/** The results that the report adds up to the placements that were prevented or shortened. */
export const countedResults: readonly ResultKind[] = [
  'OUT_OF_HOME_PREVENTED',
  'AS_HOME_AS_POSSIBLE',
  'MOVED_ON_TO_SUITABLE_CARE',
];

const ownLine: readonly ReferrerKind[] = ['LOCAL_ACCESS', 'CERTIFIED_INSTITUTION', 'SAFE_HOME'];

const interventionTitles: Readonly<Record<InterventionKind, string>> = {
  REFERRED_TO_REGULAR_CARE: 'Verwezen reguliere zorg',
  TAILOR_MADE: 'Maatwerk',
  NON_CONTRACTED_OFFER: 'Niet-gecontracteerd aanbod ingezet',
  EXPLANATORY_ANALYSIS_SUPPORT: 'Ondersteuning bij verklarende analyse',
  ACCELERATION_TABLE: 'Versnellingstafel',
  REFERRED_TO_RET: 'Verwezen RET',
  INDEPENDENT_FACILITATION: 'Onafhankelijke gespreksvoering/bemiddeling',
  TEAM_ANDERS_DEPLOYMENT: 'Inzet team AnderS',
  OTHER_MEDIATION: 'Anders, vooral zorgbemiddeling',
};

function line(
  section: YearTableSectionKind,
  key: string,
  title: string,
  codes: readonly string[] = [key],
): YearTableLine {
  return { section, key, title, codes };
}

/** The lines in the order of the year report. "Niet gelukt" is printed there among the interventions, but is a result. */
export const yearTableLines: readonly YearTableLine[] = [
  line('CONSULTATIONS', everyConsultation, 'Consultatie'),
  line('REFERRERS', 'LOCAL_ACCESS', 'Lokale toegang'),
  line('REFERRERS', 'CERTIFIED_INSTITUTION', 'Gecertificeerde instelling'),
  line('REFERRERS', 'SAFE_HOME', 'Veilig Thuis'),
  line(
    'REFERRERS',
    'OTHER',
    'Ouders/zorgaanbieder/onderwijs/anders',
    ReferrerKind.codes.filter((kind) => !ownLine.includes(kind)),
  ),
  ...InterventionKind.codes.map((kind) => line('INTERVENTIONS', kind, interventionTitles[kind])),
  line('RESULTS', 'OUT_OF_HOME_PREVENTED', 'Voorkomen uithuisplaatsing'),
  line('RESULTS', 'AS_HOME_AS_POSSIBLE', 'Kind zo thuis mogelijk'),
  line('RESULTS', 'MOVED_ON_TO_SUITABLE_CARE', 'Doorstromen naar passende hulp'),
  line('RESULTS', 'NOT_SUCCESSFUL', 'Niet gelukt, ondanks interventie'),
];
