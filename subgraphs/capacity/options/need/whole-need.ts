import type { NeedFields } from '../../../../vocabulary/need.js';

/** The borrowed need is wanted whole: federation refuses a field that is borrowed and not asked for. */
const wholeNeed: Readonly<Record<keyof NeedFields, true>> = {
  rungs: true,
  heaviestRung: true,
  birthYear: true,
  sex: true,
  municipalityCode: true,
  responsibleMunicipalityCode: true,
  startByOn: true,
  durationWeeks: true,
  hoursPerWeek: true,
  timeWindows: true,
  childrenTogether: true,
  nearPostcode4: true,
  schoolPostcode4: true,
  maxDistanceKm: true,
  characteristics: true,
  placeFeatures: true,
  languages: true,
  legalFrameworks: true,
  contractedOnly: true,
  isCrisis: true,
};

/** What an entity that borrows the need asks of cases. */
export const requiresWholeNeed = `@requires(fields: "need { ${Object.keys(wholeNeed).join(' ')} }")`;
