import type {
  LegalMeasure,
  OutOfHomeAuthorisation,
  ProblemDomain,
} from '../../../subgraphs/cases/case/case.vocabulary.js';
import type { Characteristic, LegalFramework, PlaceFeature, Sex, TimeWindow } from '../../../vocabulary/child.js';
import type { LadderRung } from '../../../vocabulary/ladder.js';

/** A situation that cases have in common; what a case does not draw from it by chance it has from it as it stands. */
export interface Situation {
  readonly owner: 'LOCAL_ACCESS' | 'CERTIFIED_INSTITUTION' | 'SAFE_HOME';
  readonly ages: readonly [youngest: number, oldest: number];
  /** Where the child is now: one of these. */
  readonly current: readonly LadderRung[];
  readonly sought: readonly LadderRung[];
  readonly heaviest: LadderRung | null;
  /** One or two of these characterise the child. */
  readonly characteristics: readonly Characteristic[];
  readonly frameworks: readonly LegalFramework[];
  readonly measures?: readonly LegalMeasure[];
  readonly authorisation?: OutOfHomeAuthorisation;
  readonly problems: readonly ProblemDomain[];
  readonly hours?: readonly [least: number, most: number];
  readonly windows?: readonly TimeWindow[];
  readonly sex?: Sex;
  readonly together?: readonly [least: number, most: number];
  readonly features?: readonly PlaceFeature[];
  readonly languages?: readonly string[];
  readonly isThreatened?: boolean;
  readonly isRestricted?: boolean;
  readonly isCrisis?: boolean;
}

const supervision = { owner: 'CERTIFIED_INSTITUTION', frameworks: ['SUPERVISION'], measures: ['SUPERVISION'] } as const;
const voluntary = { owner: 'LOCAL_ACCESS', frameworks: ['VOLUNTARY'] } as const;

/** Twenty situations from light to heavy; together they seek every rung that can be offered. */
export const situations: readonly Situation[] = [
  {
    ...voluntary,
    ages: [0, 3],
    current: ['OWN_HOME'],
    sought: ['LOCAL_TEAM', 'COMMUNITY_SUPPORT', 'AMBULATORY'],
    heaviest: 'AMBULATORY',
    characteristics: ['PARENT_PSYCHIATRIC', 'MEDICAL_CARE'],
    problems: ['POVERTY', 'PARENTAL_OTHER'],
    hours: [2, 4],
    windows: ['DAYTIME'],
  },
  {
    ...voluntary,
    ages: [2, 5],
    current: ['LOCAL_TEAM', 'COMMUNITY_SUPPORT'],
    sought: ['DAY_TREATMENT', 'AMBULATORY'],
    heaviest: 'DAY_TREATMENT',
    characteristics: ['AUTISM', 'MILD_INTELLECTUAL_DISABILITY'],
    problems: [],
    hours: [4, 12],
    windows: ['DAYTIME'],
  },
  {
    ...voluntary,
    ages: [6, 11],
    current: ['LOCAL_TEAM', 'AMBULATORY'],
    sought: ['AMBULATORY', 'PART_TIME_RESPITE'],
    heaviest: 'PART_TIME_RESPITE',
    characteristics: ['ADHD', 'AUTISM'],
    problems: ['DIVORCE'],
    hours: [3, 6],
    windows: ['AFTER_SCHOOL', 'WEEKEND'],
  },
  {
    ...supervision,
    ages: [5, 12],
    current: ['AMBULATORY'],
    sought: ['AMBULATORY', 'INTENSIVE_AMBULATORY'],
    heaviest: 'INTENSIVE_AMBULATORY',
    characteristics: ['PARENTAL_CONFLICT', 'ANXIETY_DEPRESSION'],
    problems: ['DIVORCE', 'PARENTAL_OTHER'],
    hours: [4, 8],
    windows: ['AFTER_SCHOOL', 'EVENING'],
  },
  {
    owner: 'SAFE_HOME',
    frameworks: ['VOLUNTARY'],
    ages: [3, 9],
    current: ['OWN_HOME', 'LOCAL_TEAM'],
    sought: ['INTENSIVE_AMBULATORY', 'KINSHIP_FOSTER', 'FOSTER'],
    heaviest: 'FAMILY_HOME',
    characteristics: ['DOMESTIC_VIOLENCE', 'TRAUMA'],
    problems: ['PARENTAL_OTHER', 'ADDICTION'],
    hours: [6, 10],
    windows: ['DAYTIME', 'EVENING', 'WEEKEND'],
    features: ['SECRET_LOCATION'],
    isThreatened: true,
    isRestricted: true,
  },
  {
    ...supervision,
    authorisation: 'OUT_OF_HOME_PLACEMENT',
    ages: [2, 8],
    current: ['KINSHIP_FOSTER', 'FAMILY_HOME'],
    sought: ['KINSHIP_FOSTER', 'FOSTER'],
    heaviest: 'FAMILY_HOME',
    characteristics: ['ATTACHMENT', 'PARENT_ADDICTION'],
    problems: ['ADDICTION', 'HOUSING'],
    together: [2, 3],
    features: ['PETS', 'RURAL'],
    isThreatened: true,
  },
  {
    owner: 'CERTIFIED_INSTITUTION',
    frameworks: ['GUARDIANSHIP'],
    measures: ['GUARDIANSHIP'],
    authorisation: 'OUT_OF_HOME_PLACEMENT',
    ages: [8, 13],
    current: ['FOSTER'],
    sought: ['PART_TIME_RESPITE', 'FOSTER', 'FAMILY_HOME'],
    heaviest: 'SMALL_SCALE',
    characteristics: ['ATTACHMENT', 'TRAUMA'],
    problems: [],
    windows: ['NIGHT', 'WEEKEND'],
  },
  {
    ...supervision,
    authorisation: 'OUT_OF_HOME_PLACEMENT',
    ages: [10, 15],
    current: ['RESIDENTIAL_GROUP'],
    sought: ['INTENSIVE_AMBULATORY', 'FAMILY_HOME', 'SMALL_SCALE'],
    heaviest: 'SMALL_SCALE',
    characteristics: ['AGGRESSION', 'ATTACHMENT'],
    problems: ['HOUSING'],
    hours: [8, 12],
    windows: ['DAYTIME', 'AFTER_SCHOOL', 'EVENING', 'WEEKEND'],
  },
  {
    ...voluntary,
    ages: [12, 16],
    current: ['AMBULATORY', 'DAY_TREATMENT'],
    sought: ['MENTOR_JIM', 'AMBULATORY', 'INTENSIVE_AMBULATORY', 'DAY_TREATMENT'],
    heaviest: 'DAY_TREATMENT',
    characteristics: ['SCHOOL_REFUSAL', 'AUTISM'],
    problems: [],
    hours: [4, 8],
    windows: ['DAYTIME'],
  },
  {
    ...voluntary,
    ages: [12, 17],
    current: ['OWN_HOME', 'MENTOR_JIM'],
    sought: ['COMMUNITY_SUPPORT', 'MENTOR_JIM', 'AMBULATORY'],
    heaviest: 'AMBULATORY',
    characteristics: ['LGBTQ', 'ANXIETY_DEPRESSION'],
    problems: ['PARENTAL_OTHER'],
    hours: [1, 3],
    windows: ['AFTER_SCHOOL', 'EVENING'],
  },
  {
    ...voluntary,
    ages: [13, 17],
    current: ['INTENSIVE_AMBULATORY'],
    sought: ['INTENSIVE_AMBULATORY', 'DAY_TREATMENT', 'RESIDENTIAL_GROUP'],
    heaviest: 'RESIDENTIAL_GROUP',
    characteristics: ['SUICIDALITY', 'SELF_HARM', 'EATING_DISORDER'],
    problems: [],
    hours: [8, 16],
    windows: ['DAYTIME', 'EVENING', 'NIGHT'],
    isThreatened: true,
    isCrisis: true,
  },
  {
    ...supervision,
    ages: [15, 17],
    current: ['SMALL_SCALE', 'RESIDENTIAL_GROUP'],
    sought: ['SMALL_SCALE', 'RESIDENTIAL_GROUP'],
    heaviest: 'RESIDENTIAL_GROUP',
    characteristics: ['ADDICTION', 'RUNNING_AWAY'],
    problems: ['ADDICTION'],
    features: ['OWN_ROOM', 'SMOKE_FREE'],
    isThreatened: true,
  },
  {
    owner: 'CERTIFIED_INSTITUTION',
    frameworks: ['SECURE_AUTHORISATION'],
    measures: ['SUPERVISION'],
    authorisation: 'SECURE_PLACEMENT',
    ages: [13, 16],
    current: ['RESIDENTIAL_GROUP'],
    sought: ['SECURE'],
    heaviest: 'SECURE',
    characteristics: ['EXPLOITATION_RISK', 'RUNNING_AWAY'],
    problems: [],
    sex: 'FEMALE',
    features: ['GIRLS_ONLY', 'SECRET_LOCATION'],
    isThreatened: true,
    isRestricted: true,
  },
  {
    owner: 'CERTIFIED_INSTITUTION',
    frameworks: ['YOUTH_PROBATION'],
    ages: [14, 17],
    current: ['AMBULATORY', 'OWN_HOME'],
    sought: ['INTENSIVE_AMBULATORY', 'SMALL_SCALE'],
    heaviest: 'SMALL_SCALE',
    characteristics: ['OFFENDING', 'AGGRESSION'],
    problems: ['POVERTY'],
    hours: [5, 10],
    windows: ['EVENING', 'WEEKEND'],
    sex: 'MALE',
  },
  {
    ...voluntary,
    ages: [16, 17],
    current: ['RESIDENTIAL_GROUP', 'ASSISTED_LIVING'],
    sought: ['ASSISTED_LIVING', 'SMALL_SCALE'],
    heaviest: 'ASSISTED_LIVING',
    characteristics: ['MILD_INTELLECTUAL_DISABILITY', 'TRAUMA'],
    problems: ['HOUSING'],
    features: ['OWN_ROOM', 'NEAR_PUBLIC_TRANSPORT'],
  },
  {
    ...voluntary,
    frameworks: ['WMO'],
    ages: [18, 22],
    current: ['ASSISTED_LIVING', 'OWN_HOME'],
    sought: ['ASSISTED_LIVING'],
    heaviest: 'ASSISTED_LIVING',
    characteristics: ['AUTISM', 'ADDICTION'],
    problems: ['HOUSING', 'POVERTY'],
    features: ['NEAR_PUBLIC_TRANSPORT'],
  },
  {
    ...voluntary,
    ages: [17, 21],
    current: ['OWN_HOME', 'PART_TIME_RESPITE'],
    sought: ['AMBULATORY', 'ASSISTED_LIVING'],
    heaviest: 'ASSISTED_LIVING',
    characteristics: ['YOUNG_PARENT', 'ANXIETY_DEPRESSION'],
    problems: ['HOUSING'],
    hours: [4, 9],
    windows: ['DAYTIME', 'EVENING'],
    sex: 'FEMALE',
  },
  {
    ...voluntary,
    ages: [6, 14],
    current: ['PART_TIME_RESPITE', 'OWN_HOME'],
    sought: ['PART_TIME_RESPITE'],
    heaviest: 'PART_TIME_RESPITE',
    characteristics: ['PHYSICAL_DISABILITY', 'SENSORY_IMPAIRMENT'],
    problems: [],
    windows: ['WEEKEND', 'NIGHT'],
    features: ['STEP_FREE', 'SIGN_LANGUAGE'],
    languages: ['nl', 'dse'],
  },
  {
    owner: 'CERTIFIED_INSTITUTION',
    frameworks: ['GUARDIANSHIP'],
    measures: ['TEMPORARY_GUARDIANSHIP'],
    ages: [14, 17],
    current: ['SMALL_SCALE', 'FOSTER'],
    sought: ['FOSTER', 'FAMILY_HOME', 'SMALL_SCALE'],
    heaviest: 'SMALL_SCALE',
    characteristics: ['REFUGEE', 'TRAUMA'],
    problems: ['HOUSING'],
    features: ['HALAL'],
    languages: ['ar', 'ti'],
  },
  {
    ...supervision,
    authorisation: 'OUT_OF_HOME_PLACEMENT',
    ages: [9, 15],
    current: ['SECURE', 'TAILORED'],
    sought: ['TAILORED', 'INTENSIVE_AMBULATORY', 'FAMILY_HOME'],
    heaviest: 'FAMILY_HOME',
    characteristics: ['SEXUALISED_BEHAVIOUR', 'MILD_INTELLECTUAL_DISABILITY', 'AGGRESSION'],
    problems: ['PARENTAL_OTHER'],
    hours: [10, 20],
    windows: ['DAYTIME', 'AFTER_SCHOOL', 'EVENING', 'NIGHT', 'WEEKEND'],
  },
];
