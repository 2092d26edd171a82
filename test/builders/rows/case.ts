import type { CasePlaceRow } from '../../../subgraphs/cases/case/whereabouts/case-place.entity.js';
import type { CaseRow } from '../../../subgraphs/cases/case/case.entity.js';
import type { NeedRow } from '../../../subgraphs/cases/need/need.entity.js';
import type { ConsultationRow } from '../../../subgraphs/cases/consultation/consultation.entity.js';

type StoredCase = Omit<CaseRow, 'age' | 'need' | 'place' | 'glass'>;

/** The identifier of the nth thing of a test. */
export function idOf(n: number): string {
  return `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
}

/** An open case of Flevoland: the nth was opened n minutes into the year. */
export function caseRow(n: number, other: Partial<StoredCase> = {}): StoredCase {
  return {
    id: idOf(n),
    number: `FL-26-${String(n).padStart(4, '0')}`,
    region: 'flevoland',
    ownReference: null,
    birthYear: 2014,
    responsibleMunicipalityCode: '0995',
    municipalityCode: '0995',
    languages: ['nl'],
    legalFrameworks: ['VOLUNTARY'],
    measures: [],
    outOfHomeAuthorisation: null,
    currentRung: 'AMBULATORY',
    isThreatenedOutOfHome: false,
    problemDomains: [],
    schoolKind: null,
    processDirectorId: null,
    ownerOrganisationId: null,
    status: 'OPEN',
    openedAt: new Date(Date.UTC(2026, 0, 1, 0, n)),
    closedAt: null,
    isRestricted: false,
    version: 1,
    ...other,
  };
}

/** The need of the nth case. */
export function needRow(n: number, other: Partial<NeedRow> = {}): NeedRow {
  return {
    caseId: idOf(n),
    rungs: ['AMBULATORY'],
    heaviestRung: 'FAMILY_HOME',
    sex: null,
    startByOn: null,
    durationWeeks: null,
    hoursPerWeek: null,
    timeWindows: [],
    childrenTogether: 1,
    maxDistanceKm: null,
    characteristics: [],
    placeFeatures: [],
    contractedOnly: false,
    isCrisis: false,
    ...other,
  };
}

/** Where the child of the nth case is. */
export function placeRow(n: number, other: Partial<CasePlaceRow> = {}): CasePlaceRow {
  return { caseId: idOf(n), postcode4: '8232', nearPostcode4: '8232', schoolPostcode4: null, ...other };
}

/** A consultation of Flevoland about a child of Lelystad: the nth came in n minutes into the year. */
export function consultationRow(n: number, other: Partial<ConsultationRow> = {}): ConsultationRow {
  return {
    id: idOf(n),
    region: 'flevoland',
    reportingYear: 2026,
    municipalityCode: '0995',
    referrerKind: 'LOCAL_ACCESS',
    referrerOrganisationId: null,
    referrerMunicipalityCode: '0995',
    isIdentified: true,
    receivedAt: new Date(Date.UTC(2026, 0, 1, 0, n)),
    firstContactAt: null,
    channel: 'PHONE',
    interventions: [],
    result: 'OPEN',
    status: 'RECEIVED',
    closedAt: null,
    abandonReason: null,
    caseId: null,
    version: 1,
    ...other,
  };
}
