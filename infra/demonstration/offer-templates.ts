import type { LegalFramework, TimeWindow } from '../../vocabulary/child.js';
import type { LadderRung } from '../../vocabulary/ladder.js';
import type { CapacityModel, CapacityUnit } from '../../subgraphs/capacity/availability/capacity-codes.js';

/** What the offers of one rung have in common in the demonstration region. */
export interface OfferTemplate {
  readonly rung: LadderRung;
  readonly titles: readonly string[];
  readonly description: string;
  /** iJw product category (JZ020). */
  readonly category: string;
  readonly unit: CapacityUnit;
  readonly model: CapacityModel;
  readonly ages: readonly (readonly [min: number, max: number])[];
  readonly legal: readonly LegalFramework[];
  readonly windows: readonly TimeWindow[];
  /** Size of the offer, in its unit. */
  readonly maximum: readonly [min: number, max: number];
  readonly childrenTogether: readonly [min: number, max: number];
}

const civil: readonly LegalFramework[] = ['VOLUNTARY', 'SUPERVISION', 'GUARDIANSHIP'];
const withProbation: readonly LegalFramework[] = [...civil, 'YOUTH_PROBATION'];
const always: readonly TimeWindow[] = ['DAYTIME', 'AFTER_SCHOOL', 'EVENING', 'NIGHT', 'WEEKEND'];
const office: readonly TimeWindow[] = ['DAYTIME', 'AFTER_SCHOOL', 'EVENING'];
const wide: readonly TimeWindow[] = ['DAYTIME', 'AFTER_SCHOOL', 'EVENING', 'WEEKEND'];

const home = { childrenTogether: [2, 5], legal: withProbation } as const;
const stay = { windows: always, unit: 'PLACE', model: 'PLACES' } as const;

export const offerTemplates: readonly OfferTemplate[] = [
  {
    ...home,
    rung: 'LOCAL_TEAM',
    titles: ['Gezinswerk vanuit de lokale toegang'],
    category: '45',
    unit: 'FAMILY',
    model: 'CASELOAD',
    description: 'Een gezinswerker van de gemeente komt thuis en blijft betrokken.',
    ages: [[0, 22]],
    windows: office,
    maximum: [20, 40],
  },
  {
    ...home,
    rung: 'COMMUNITY_SUPPORT',
    titles: ['Steungezin in de buurt', 'Buurtgezin', 'Buddy voor jongeren'],
    category: '45',
    unit: 'FAMILY',
    description: 'Een gezin of vrijwilliger in de buurt ontlast de ouders.',
    model: 'CASELOAD',
    ages: [
      [0, 12],
      [4, 18],
    ],
    legal: civil,
    windows: ['AFTER_SCHOOL', 'EVENING', 'WEEKEND'],
    maximum: [4, 12],
  },
  {
    ...home,
    rung: 'AMBULATORY',
    titles: ['Opvoedondersteuning thuis', 'Begeleiding kind en gezin', 'Gezinsbehandeling', 'Jeugd-ggz aan huis'],
    description: 'Een begeleider komt op vaste tijden thuis.',
    category: '45',
    unit: 'HOUR_PER_WEEK',
    model: 'HOURS',
    ages: [
      [0, 12],
      [4, 18],
      [12, 22],
      [0, 18],
    ],
    windows: wide,
    maximum: [24, 90],
  },
  {
    ...home,
    rung: 'INTENSIVE_AMBULATORY',
    titles: ['Intensief gezinstraject', 'Systeemgericht ambulant traject', 'Duo aan huis', 'FACT-jeugd'],
    description: 'Meerdere keren per week hulp thuis om uithuisplaatsing te voorkomen.',
    category: '45',
    unit: 'HOUR_PER_WEEK',
    model: 'DUO_HOURS',
    ages: [
      [0, 18],
      [4, 18],
      [12, 22],
    ],
    windows: wide,
    maximum: [16, 60],
  },
  {
    ...home,
    rung: 'DAY_TREATMENT',
    titles: ['Dagbehandeling jonge kind', 'Naschoolse dagbehandeling', 'Onderwijszorggroep'],
    category: '41',
    description: 'Behandeling overdag, het kind slaapt thuis.',
    unit: 'DAYDEEL',
    model: 'CASELOAD',
    ages: [
      [2, 7],
      [6, 13],
      [12, 18],
    ],
    legal: civil,
    windows: ['DAYTIME', 'AFTER_SCHOOL'],
    maximum: [12, 60],
    childrenTogether: [1, 3],
  },
  {
    ...stay,
    rung: 'PART_TIME_RESPITE',
    titles: ['Logeerhuis', 'Weekendlogeren', 'Deeltijdpleegzorg'],
    category: '44',
    description: 'Het kind logeert om het gezin op adem te laten komen.',
    ages: [
      [4, 12],
      [8, 18],
      [2, 18],
    ],
    legal: civil,
    windows: ['WEEKEND', 'NIGHT'],
    maximum: [4, 10],
    childrenTogether: [1, 3],
  },
  {
    ...stay,
    rung: 'KINSHIP_FOSTER',
    titles: ['Begeleiding netwerkpleegzorg', 'Screening en steun netwerkgezin'],
    category: '44',
    description: 'Familie of bekenden voeden het kind op, met begeleiding.',
    unit: 'FAMILY',
    model: 'CASELOAD',
    ages: [[0, 20]],
    legal: civil,
    maximum: [6, 25],
    childrenTogether: [2, 4],
  },
  {
    ...stay,
    rung: 'FOSTER',
    titles: ['Langdurige pleegzorg', 'Kortdurende pleegzorg', 'Pleegzorg broers en zussen'],
    category: '44',
    description: 'Een pleeggezin uit het bestand.',
    ages: [
      [0, 11],
      [0, 17],
      [4, 17],
    ],
    legal: civil,
    maximum: [2, 12],
    childrenTogether: [1, 3],
  },
  {
    ...stay,
    rung: 'FAMILY_HOME',
    titles: ['Gezinshuis', 'Gezinshuis aan de dijk', 'Gezinshuis in de wijk'],
    category: '44',
    description: 'Gezinshuisouders wonen met een paar kinderen samen.',
    ages: [
      [4, 12],
      [6, 18],
      [0, 18],
    ],
    legal: civil,
    maximum: [3, 6],
    childrenTogether: [1, 3],
  },
  {
    ...stay,
    rung: 'SMALL_SCALE',
    titles: ['Kleinschalig wonen', 'Woonvoorziening in de wijk'],
    category: '43',
    description: 'Een kleine woonvoorziening, zo normaal mogelijk.',
    ages: [
      [8, 18],
      [12, 18],
    ],
    legal: withProbation,
    maximum: [4, 6],
    childrenTogether: [1, 2],
  },
  {
    ...stay,
    rung: 'ASSISTED_LIVING',
    titles: ['Kamertraining', 'Begeleid wonen 16-27'],
    category: '43',
    description: 'Een eigen kamer met begeleiding naar zelfstandigheid.',
    ages: [
      [16, 22],
      [17, 27],
    ],
    legal: [...withProbation, 'WMO'],
    maximum: [4, 14],
    childrenTogether: [1, 1],
  },
  {
    ...stay,
    rung: 'RESIDENTIAL_GROUP',
    titles: ['Behandelgroep', 'Leefgroep', 'Crisisgroep'],
    category: '43',
    description: 'Verblijf op een groep met behandeling.',
    ages: [
      [6, 12],
      [12, 18],
      [8, 18],
    ],
    legal: withProbation,
    maximum: [6, 10],
    childrenTogether: [1, 2],
  },
  {
    ...stay,
    rung: 'SECURE',
    titles: ['JeugdzorgPlus'],
    category: '43',
    description: 'Gesloten behandeling met machtiging van de rechter.',
    ages: [[12, 18]],
    legal: ['SECURE_AUTHORISATION'],
    maximum: [6, 12],
    childrenTogether: [1, 1],
  },
  {
    ...home,
    rung: 'TAILORED',
    titles: ['Maatwerkarrangement'],
    category: '50',
    unit: 'TRAJECTORY',
    model: 'CASELOAD',
    description: 'Wat nodig is, samengesteld voor dit gezin.',
    ages: [[0, 22]],
    windows: always,
    maximum: [1, 4],
  },
];

/** The rungs on which each provider works, by its key. */
export const rungsByProvider: Readonly<Record<string, readonly LadderRung[]>> = {
  rietvink: ['AMBULATORY', 'INTENSIVE_AMBULATORY', 'DAY_TREATMENT', 'TAILORED'],
  'kantelpunt-oost': ['AMBULATORY', 'INTENSIVE_AMBULATORY'],
  waterlelie: ['PART_TIME_RESPITE', 'FAMILY_HOME', 'SMALL_SCALE'],
  polderlicht: ['AMBULATORY', 'COMMUNITY_SUPPORT'],
  zilvermeeuw: ['AMBULATORY', 'INTENSIVE_AMBULATORY'],
  kompasroos: ['INTENSIVE_AMBULATORY', 'SMALL_SCALE', 'RESIDENTIAL_GROUP', 'TAILORED'],
  vlonder: ['AMBULATORY', 'DAY_TREATMENT', 'COMMUNITY_SUPPORT'],
  populierenlaan: ['RESIDENTIAL_GROUP', 'SMALL_SCALE'],
  graspieper: ['AMBULATORY'],
  dijkhuis: ['FAMILY_HOME', 'PART_TIME_RESPITE'],
  oeverzwaluw: ['DAY_TREATMENT', 'RESIDENTIAL_GROUP', 'INTENSIVE_AMBULATORY'],
  schelpenpad: ['AMBULATORY', 'SMALL_SCALE'],
  windvaan: ['FAMILY_HOME'],
  kluutvogel: ['AMBULATORY', 'INTENSIVE_AMBULATORY', 'DAY_TREATMENT'],
  zeilwagen: ['COMMUNITY_SUPPORT', 'AMBULATORY'],
  koolzaad: ['DAY_TREATMENT', 'AMBULATORY'],
  tussenwater: ['PART_TIME_RESPITE', 'RESIDENTIAL_GROUP'],
  hoefblad: ['AMBULATORY', 'ASSISTED_LIVING'],
  lepelaar: ['AMBULATORY', 'DAY_TREATMENT'],
  basaltzuil: ['RESIDENTIAL_GROUP', 'SECURE', 'INTENSIVE_AMBULATORY'],
  veldleeuwerik: ['AMBULATORY', 'INTENSIVE_AMBULATORY', 'COMMUNITY_SUPPORT'],
  stuifmeel: ['PART_TIME_RESPITE'],
  wilgenkatje: ['DAY_TREATMENT', 'AMBULATORY'],
  sluiswachter: ['SMALL_SCALE', 'ASSISTED_LIVING'],
  morgenrood: ['SMALL_SCALE', 'FAMILY_HOME'],
  ijsvogel: ['AMBULATORY', 'INTENSIVE_AMBULATORY'],
  getijdenhof: ['FAMILY_HOME', 'SMALL_SCALE'],
  bolderwagen: ['AMBULATORY', 'PART_TIME_RESPITE'],
  kruispeiling: ['ASSISTED_LIVING', 'AMBULATORY', 'TAILORED'],
  aalscholver: ['ASSISTED_LIVING', 'SMALL_SCALE'],
  meidoorn: ['INTENSIVE_AMBULATORY', 'AMBULATORY'],
  noorderkaap: ['INTENSIVE_AMBULATORY', 'DAY_TREATMENT'],
  vuurbaak: ['RESIDENTIAL_GROUP', 'ASSISTED_LIVING'],
  zandplaat: ['ASSISTED_LIVING', 'SMALL_SCALE'],
  elzenbroek: ['RESIDENTIAL_GROUP'],
  veluwerand: ['RESIDENTIAL_GROUP', 'FAMILY_HOME'],
  ommelander: ['SECURE', 'RESIDENTIAL_GROUP'],
  gooischboog: ['AMBULATORY', 'INTENSIVE_AMBULATORY'],
  pleegbrug: ['KINSHIP_FOSTER', 'FOSTER', 'PART_TIME_RESPITE'],
  'thuishaven-pleeg': ['KINSHIP_FOSTER', 'FOSTER', 'FAMILY_HOME'],
  familiekring: ['KINSHIP_FOSTER', 'FOSTER'],
  kringloper: ['FOSTER', 'KINSHIP_FOSTER'],
  nestwissel: ['FOSTER', 'PART_TIME_RESPITE'],
  warmeplek: ['FOSTER', 'KINSHIP_FOSTER', 'FAMILY_HOME'],
};
