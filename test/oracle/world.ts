import fc from 'fast-check';
import type { NeedFields } from '../../vocabulary/need.js';

/** One small region of capacity as plain data: what the oracle reads and the tests write into the database. */
export interface World {
  readonly offers: readonly WorldOffer[];
}

export interface WorldOffer {
  readonly id: string;
  readonly organisationId: string;
  readonly postcode4: string;
  /** Whether nobody may learn where it is. */
  readonly isSecret: boolean;
  readonly rung: string;
  readonly homeRung: string | null;
  readonly isCrisis: boolean;
  readonly ageMin: number;
  readonly ageMax: number;
  readonly sex: string | null;
  readonly targetGroups: readonly string[];
  readonly exclusions: readonly string[];
  readonly legalFrameworks: readonly string[];
  readonly childrenTogether: number;
  readonly timeWindows: readonly string[];
  readonly unit: string;
  readonly workingArea: readonly string[];
  readonly contracted: readonly string[];
  /** Hours before the instant of evaluation; null when never. */
  readonly retiredHoursAgo: number | null;
  readonly reports: readonly WorldReport[];
  readonly holds: readonly WorldHold[];
  readonly closures: readonly { closedHoursAgo: number; reopenedHoursAgo: number | null }[];
}

export interface WorldReport {
  readonly asOfHoursAgo: number;
  readonly receivedHoursAgo: number;
  readonly withdrawnHoursAgo: number | null;
  readonly method: string;
  readonly status: string;
  readonly available: number;
  readonly maximum: number;
  readonly nextAvailableInDays: number | null;
  readonly waitEstimateDays: number | null;
}

export interface WorldHold {
  readonly quantity: number;
  readonly createdHoursAgo: number;
  readonly answerDueHoursAgo: number;
  readonly acceptedHoursAgo: number | null;
  readonly expiresHoursAgo: number | null;
  readonly convertedHoursAgo: number | null;
  readonly endedHoursAgo: number | null;
}

const municipalities = ['0995', '0034', '0171'] as const;
const postcodes = ['8232', '8224', '1315', '1335', '8302', '8321', '3891'] as const;
const rungs = [
  'LOCAL_TEAM',
  'COMMUNITY_SUPPORT',
  'AMBULATORY',
  'INTENSIVE_AMBULATORY',
  'DAY_TREATMENT',
  'PART_TIME_RESPITE',
  'KINSHIP_FOSTER',
  'FOSTER',
  'FAMILY_HOME',
  'SMALL_SCALE',
  'ASSISTED_LIVING',
  'RESIDENTIAL_GROUP',
  'SECURE',
];
const characteristics = ['AUTISM', 'TRAUMA', 'ADDICTION', 'REFUGEE'] as const;
const legal = ['VOLUNTARY', 'SUPERVISION', 'GUARDIANSHIP'] as const;
const windows = ['DAYTIME', 'EVENING', 'WEEKEND'] as const;

/** Ages of figures on, just before and just after every term of freshness, and in between. */
const figureAges = [0, 1, 3.99, 4, 11.5, 12, 23.99, 24, 24.01, 50, 71.99, 72, 73, 100, 167.9, 168, 169, 500];

const subset = <T>(values: readonly T[], minLength = 0) =>
  fc.uniqueArray(fc.constantFrom(...values), { minLength, maxLength: values.length });
/** Null three times in four. */
const sometimes = <T>(value: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 3, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: value });

const report = fc
  .record({
    asOfHoursAgo: fc.constantFrom(...figureAges, -0.05),
    lateHours: fc.constantFrom(0, 0, 0.5),
    withdrawnHoursAgo: fc.constantFrom(null, null, null, -1, 0, 0.25),
    method: fc.constantFrom('MACHINE', 'MACHINE', 'MANUAL', 'IMPORT', 'PHONED'),
    status: fc.constantFrom(
      'HAS_CAPACITY',
      'HAS_CAPACITY',
      'NO_CAPACITY',
      'WAITLIST',
      'ADDITIONAL_ASSESSMENT_REQUIRED',
      'UNKNOWN',
    ),
    drawn: fc.nat({ max: 6 }),
    spare: fc.nat({ max: 4 }),
    nextAvailableInDays: fc.constantFrom(null, null, -3, 0, 10, 54, 55, 56, 90),
    waitEstimateDays: fc.constantFrom(null, 0, 7, 56, 200),
  })
  .map(({ lateHours, drawn, spare, ...rest }): WorldReport => {
    const mayBeFree = rest.status === 'ADDITIONAL_ASSESSMENT_REQUIRED' ? drawn % 3 : 0;
    const available = rest.status === 'HAS_CAPACITY' ? drawn + 1 : mayBeFree;
    return {
      ...rest,
      receivedHoursAgo: Math.max(rest.asOfHoursAgo, 0) - lateHours,
      available,
      maximum: available + spare,
    };
  });

const hold = fc
  .record({
    quantity: fc.integer({ min: 1, max: 3 }),
    createdHoursAgo: fc.constantFrom(-2, 0, 0.5, 5, 24, 60, 300),
    answerTerm: fc.constantFrom(1, 5, 48, 400),
    stage: fc.constantFrom('requested', 'requested', 'accepted', 'converted', 'ended'),
    step: fc.constantFrom(0.1, 1, 20),
    expiryTerm: fc.constantFrom(2, 48, 400),
  })
  .map(({ quantity, createdHoursAgo, answerTerm, stage, step, expiryTerm }): WorldHold => {
    const accepted = stage === 'accepted' || stage === 'converted' ? createdHoursAgo - step : null;
    return {
      quantity,
      createdHoursAgo,
      answerDueHoursAgo: createdHoursAgo - answerTerm,
      acceptedHoursAgo: accepted,
      expiresHoursAgo: accepted === null ? null : accepted - expiryTerm,
      convertedHoursAgo: stage === 'converted' && accepted !== null ? accepted - step : null,
      endedHoursAgo: stage === 'ended' ? createdHoursAgo - step : null,
    };
  });

const closure = fc
  .record({ closedHoursAgo: fc.constantFrom(-1, 0, 30), open: sometimes(fc.constantFrom(0, 1, 40)) })
  .map(({ closedHoursAgo, open }) => ({
    closedHoursAgo,
    reopenedHoursAgo: open === null ? null : closedHoursAgo - open,
  }));

/** An offer that is closed cannot be closed again before it is reopened. */
function haveOneOpen(closures: WorldOffer['closures']): boolean {
  return closures.filter(({ reopenedHoursAgo }) => reopenedHoursAgo === null).length <= 1;
}

const offer = fc
  .record({
    id: fc.uuid({ version: 4 }),
    organisation: fc.integer({ min: 1, max: 6 }),
    postcode4: fc.constantFrom(...postcodes),
    isSecret: fc.constantFrom(true, false, false, false, false),
    rung: fc.oneof(fc.constantFrom('AMBULATORY', 'FOSTER'), fc.constantFrom(...rungs, 'TAILORED')),
    home: fc.constantFrom('OWN_HOME', 'FOSTER', 'RESIDENTIAL_GROUP'),
    isCrisis: fc.constantFrom(true, false, false, false),
    ageMin: fc.integer({ min: 0, max: 13 }),
    ageSpan: fc.integer({ min: 0, max: 10 }),
    sex: sometimes(fc.constantFrom('FEMALE', 'MALE')),
    targetGroups: fc.oneof(
      { weight: 3, arbitrary: fc.constant([]) },
      { weight: 1, arbitrary: subset(characteristics) },
    ),
    exclusions: fc.oneof({ weight: 4, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: subset(characteristics) }),
    legalFrameworks: fc.oneof(
      { weight: 3, arbitrary: fc.constant([...legal]) },
      { weight: 1, arbitrary: subset(legal, 1) },
    ),
    childrenTogether: fc.integer({ min: 1, max: 3 }),
    timeWindows: fc.oneof(
      { weight: 1, arbitrary: fc.constant([...windows]) },
      { weight: 1, arbitrary: subset(windows) },
    ),
    unit: fc.constantFrom('PLACE', 'HOUR_PER_WEEK', 'TRAJECTORY'),
    workingArea: fc.oneof(
      { weight: 3, arbitrary: fc.constant([...municipalities]) },
      { weight: 1, arbitrary: subset(municipalities, 1) },
    ),
    contracted: fc.oneof(fc.constant([...municipalities]), subset(municipalities)),
    retiredHoursAgo: fc.constantFrom(null, null, null, null, null, null, -1, 0, 5),
    reports: fc.array(report, { maxLength: 3 }),
    holds: fc.array(hold, { maxLength: 2 }),
    closures: fc.oneof(
      { weight: 5, arbitrary: fc.constant([]) },
      { weight: 1, arbitrary: fc.array(closure, { maxLength: 2 }).filter(haveOneOpen) },
    ),
  })
  .map(({ organisation, home, ageSpan, ...rest }): WorldOffer => ({
    ...rest,
    organisationId: `00000000-0000-4000-8000-00000000000${organisation}`,
    homeRung: rest.rung === 'TAILORED' ? home : null,
    ageMax: rest.ageMin + ageSpan,
  }));

/** Small regions with every kind of figure, hold and closure. */
export const worlds: fc.Arbitrary<World> = fc.record({
  offers: fc.uniqueArray(offer, { minLength: 5, maxLength: 40, selector: ({ id }) => id }),
});

/** Needs that meet such regions from every side. */
export const needs: fc.Arbitrary<NeedFields> = fc.record({
  rungs: fc.oneof({ weight: 2, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: subset([...rungs, 'TAILORED']) }),
  heaviestRung: sometimes(fc.constantFrom(...rungs)),
  birthYear: fc.integer({ min: 2008, max: 2026 }),
  sex: sometimes(fc.constantFrom('FEMALE', 'MALE')),
  municipalityCode: fc.constantFrom(...municipalities),
  responsibleMunicipalityCode: sometimes(fc.constantFrom(...municipalities)),
  startByOn: sometimes(fc.constantFrom('2026-10-01', '2026-11-21', '2026-11-22', '2027-01-15', '2027-12-31')),
  durationWeeks: fc.constant(null),
  hoursPerWeek: sometimes(fc.constantFrom(0.5, 2, 4.5, 6)),
  timeWindows: subset(windows),
  childrenTogether: fc.constantFrom(1, 1, 1, 2, 3),
  nearPostcode4: sometimes(fc.constantFrom(...postcodes)),
  schoolPostcode4: sometimes(fc.constantFrom(...postcodes)),
  maxDistanceKm: fc.constantFrom(null, null, null, 2, 20, 25),
  characteristics: subset(characteristics),
  placeFeatures: fc.constant([]),
  languages: fc.constant([]),
  legalFrameworks: fc.oneof({ weight: 2, arbitrary: fc.constant([]) }, { weight: 2, arbitrary: subset(legal) }),
  contractedOnly: fc.constantFrom(true, false, false, false),
  isCrisis: fc.boolean(),
}) as fc.Arbitrary<NeedFields>;
