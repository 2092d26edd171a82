import type { NeedFields } from '../../../vocabulary/need.js';
import type { WorldHold, WorldOffer, WorldReport } from '../../oracle/world.js';

/** An ambulant offer in Lelystad that fits `aNeed()` and has nothing reported; every property can be replaced. */
export function anOffer(number: number, replaced: Partial<WorldOffer> = {}): WorldOffer {
  return {
    id: `10000000-0000-4000-8000-${String(number).padStart(11, '0')}0`,
    organisationId: '20000000-0000-4000-8000-000000000001',
    postcode4: '8232',
    isSecret: false,
    rung: 'AMBULATORY',
    homeRung: null,
    isCrisis: false,
    ageMin: 0,
    ageMax: 18,
    sex: null,
    targetGroups: [],
    exclusions: [],
    legalFrameworks: ['VOLUNTARY'],
    childrenTogether: 1,
    timeWindows: [],
    unit: 'PLACE',
    workingArea: ['0995'],
    contracted: ['0995'],
    retiredHoursAgo: null,
    reports: [],
    holds: [],
    closures: [],
    ...replaced,
  };
}

/** A fresh report by machine of two free places out of six. */
export function aReport(replaced: Partial<WorldReport> = {}): WorldReport {
  return {
    asOfHoursAgo: 1,
    receivedHoursAgo: 1,
    withdrawnHoursAgo: null,
    method: 'MACHINE',
    status: 'HAS_CAPACITY',
    available: 2,
    maximum: 6,
    nextAvailableInDays: null,
    waitEstimateDays: null,
    ...replaced,
  };
}

/** A hold of one unit, made half an hour ago and waiting for an answer. */
export function aHold(replaced: Partial<WorldHold> = {}): WorldHold {
  return {
    quantity: 1,
    createdHoursAgo: 0.5,
    answerDueHoursAgo: -24,
    acceptedHoursAgo: null,
    expiresHoursAgo: null,
    convertedHoursAgo: null,
    endedHoursAgo: null,
    ...replaced,
  };
}

/** A twelve-year-old in Lelystad who needs ambulant help now. */
export function aNeed(replaced: Partial<NeedFields> = {}): NeedFields {
  return {
    rungs: [],
    heaviestRung: null,
    birthYear: 2014,
    sex: null,
    municipalityCode: '0995',
    responsibleMunicipalityCode: null,
    startByOn: null,
    durationWeeks: null,
    hoursPerWeek: null,
    timeWindows: [],
    childrenTogether: 1,
    nearPostcode4: null,
    schoolPostcode4: null,
    maxDistanceKm: null,
    characteristics: [],
    placeFeatures: [],
    languages: [],
    legalFrameworks: [],
    contractedOnly: false,
    isCrisis: false,
    ...replaced,
  };
}
