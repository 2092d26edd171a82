import type { NeedFields } from '../../vocabulary/need.js';

/** What help is sought for in every search that is measured. */
export const aNeed: NeedFields = {
  rungs: ['AMBULATORY', 'INTENSIVE_AMBULATORY', 'KINSHIP_FOSTER', 'FOSTER'],
  heaviestRung: 'FAMILY_HOME',
  birthYear: 2014,
  sex: null,
  municipalityCode: '0995',
  responsibleMunicipalityCode: null,
  startByOn: null,
  durationWeeks: null,
  hoursPerWeek: 6,
  timeWindows: ['EVENING', 'WEEKEND'],
  childrenTogether: 1,
  nearPostcode4: '8232',
  schoolPostcode4: null,
  maxDistanceKm: null,
  characteristics: ['AUTISM'],
  placeFeatures: [],
  languages: [],
  legalFrameworks: ['VOLUNTARY'],
  contractedOnly: false,
  isCrisis: false,
};

/** For so many children together there is no family. */
export const unmetNeed: NeedFields = { ...aNeed, rungs: ['FOSTER', 'FAMILY_HOME'], childrenTogether: 12 };
