import { dayAfter, type LoadingDay } from './calendar.js';
import type { DrawnNeed } from './case-rows.js';
import type { Situation } from './situations.js';

/** What one case has of its own, in the place of what its situation gives it. */
export interface SingularCase {
  readonly municipalityCode?: string;
  readonly postcode4?: string;
  readonly situation?: Partial<Situation>;
  readonly need?: (day: LoadingDay) => Partial<DrawnNeed>;
}

const unbounded = { maxDistanceKm: null, contractedOnly: false, schoolPostcode4: null } as const;

/** A place to live, day and night. */
const place = (): Partial<DrawnNeed> => ({ ...unbounded, hoursPerWeek: null, timeWindows: [] });

/** The case of the first search that the hub shows: many rungs, so that help at home stands beside foster care. */
const flagship: SingularCase = {
  municipalityCode: '0995',
  postcode4: '8232',
  situation: {
    owner: 'LOCAL_ACCESS',
    ages: [12, 12],
    current: ['AMBULATORY'],
    sought: ['AMBULATORY', 'INTENSIVE_AMBULATORY', 'KINSHIP_FOSTER', 'FOSTER', 'FAMILY_HOME'],
    heaviest: 'FAMILY_HOME',
    characteristics: ['AUTISM'],
    frameworks: ['VOLUNTARY'],
    problems: ['DIVORCE'],
    hours: [6, 6],
    windows: ['EVENING', 'WEEKEND'],
    languages: ['nl'],
    isThreatened: true,
    isRestricted: false,
  },
  need: (day) => ({ ...unbounded, startByOn: dayAfter(day, 42), durationWeeks: 26 }),
};

/** Five children of one family, all behind the same closed door: no offer takes more than one. */
const fiveTogether: SingularCase = {
  situation: {
    owner: 'CERTIFIED_INSTITUTION',
    ages: [14, 14],
    current: ['RESIDENTIAL_GROUP'],
    sought: ['SECURE'],
    heaviest: 'SECURE',
    characteristics: ['RUNNING_AWAY', 'OFFENDING'],
    frameworks: ['SECURE_AUTHORISATION'],
    authorisation: 'SECURE_PLACEMENT',
    isThreatened: true,
  },
  need: () => ({ ...place(), childrenTogether: 5 }),
};

/** Four brothers and sisters in one family: every foster family and family home takes three at the most. */
const fourTogether: SingularCase = {
  situation: {
    owner: 'CERTIFIED_INSTITUTION',
    ages: [6, 6],
    sought: ['FOSTER', 'FAMILY_HOME'],
    heaviest: 'FAMILY_HOME',
    characteristics: ['ATTACHMENT'],
    frameworks: ['SUPERVISION'],
    measures: ['SUPERVISION'],
    authorisation: 'OUT_OF_HOME_PLACEMENT',
    isThreatened: true,
  },
  need: () => ({ ...place(), childrenTogether: 4 }),
};

/** Probation and a place in a family: no family accepts that legal framework. */
const familyUnderProbation: SingularCase = {
  situation: {
    owner: 'CERTIFIED_INSTITUTION',
    ages: [15, 15],
    current: ['SECURE'],
    sought: ['KINSHIP_FOSTER', 'FOSTER', 'FAMILY_HOME'],
    heaviest: 'FAMILY_HOME',
    characteristics: ['OFFENDING', 'ADDICTION'],
    frameworks: ['SUPERVISION', 'YOUTH_PROBATION'],
    measures: ['SUPERVISION'],
  },
  need: place,
};

/** A mother of fourteen who would live on her own: assisted living begins at sixteen. */
const tooYoungForOwnRoom: SingularCase = {
  situation: {
    ages: [14, 14],
    current: ['FOSTER'],
    sought: ['ASSISTED_LIVING'],
    heaviest: 'ASSISTED_LIVING',
    characteristics: ['YOUNG_PARENT', 'TRAUMA'],
    frameworks: ['GUARDIANSHIP'],
    sex: 'FEMALE',
  },
  need: place,
};

/** Three of one family with problems that groups exclude, and no group nearby that takes as many. */
const excludedTogether: SingularCase = {
  municipalityCode: '0184',
  postcode4: '8321',
  situation: {
    owner: 'CERTIFIED_INSTITUTION',
    ages: [16, 16],
    current: ['RESIDENTIAL_GROUP'],
    sought: ['RESIDENTIAL_GROUP'],
    heaviest: 'RESIDENTIAL_GROUP',
    characteristics: ['PSYCHOSIS', 'ADDICTION', 'AGGRESSION'],
    frameworks: ['SUPERVISION'],
    measures: ['SUPERVISION'],
    isThreatened: true,
  },
  need: () => ({
    ...place(),
    characteristics: ['PSYCHOSIS', 'ADDICTION', 'AGGRESSION'],
    maxDistanceKm: 5,
    childrenTogether: 3,
  }),
};

/** The cases with a story of their own, by their serial number; all but 42 have a need that nobody can meet. */
export const singularCases: Readonly<Record<number, SingularCase | undefined>> = {
  8: fiveTogether,
  17: fourTogether,
  29: familyUnderProbation,
  38: tooYoungForOwnRoom,
  42: flagship,
  55: excludedTogether,
};
