import type { ExperienceCode } from '../../../subgraphs/people/experience/experience.vocabulary.js';
import type { ExpertiseCode } from '../../../subgraphs/people/expertise/expertise.vocabulary.js';
import type { DemonstrationOrganisation } from '../organisations.js';

/** What people do, in which register they stand and in what they may be at home. */
export interface Job {
  readonly title: string;
  readonly register: 'SKJ' | 'BIG' | null;
  readonly expertise: readonly ExpertiseCode[];
  /** What somebody may have gone through whose job it is to know that. */
  readonly experience: readonly ExperienceCode[];
}

const lived: readonly ExperienceCode[] = [
  'HELP_AT_HOME',
  'FOSTER_CARE',
  'GROUP_CARE',
  'GUARDIANSHIP',
  'RETURNED_HOME',
  'LEAVING_CARE',
  'PARENT_WITH_HELP_AT_HOME',
  'PARENT_OF_PLACED_CHILD',
];

function job(title: string, register: Job['register'], ...expertise: ExpertiseCode[]): Job {
  return { title, register, expertise, experience: title === 'ervaringsdeskundige' ? lived : [] };
}

const careJobs: readonly Job[] = [
  job('gedragsdeskundige', 'SKJ', 'AUTISM', 'ATTACHMENT', 'TRAUMA', 'MILD_INTELLECTUAL_DISABILITY'),
  job('gezinsbegeleider', 'SKJ', 'PARENTING_SUPPORT', 'PRACTICAL_SUPPORT', 'AUTISM', 'ADHD'),
  job('systeemtherapeut', 'SKJ', 'SYSTEMIC_THERAPY', 'DIVORCE', 'TRAUMA'),
  job('ambulant hulpverlener', 'SKJ', 'SAFETY', 'PRACTICAL_SUPPORT', 'DEBT', 'ADHD'),
  job('GZ-psycholoog', 'BIG', 'TRAUMA', 'CHILD_PSYCHIATRY', 'SUICIDE_PREVENTION', 'EATING_DISORDERS'),
  job('ervaringsdeskundige', null, 'EXPERIENCE_EXPERTISE', 'CULTURAL_MEDIATION', 'ADDICTION'),
  job('sociaalpsychiatrisch verpleegkundige', 'BIG', 'ADULT_PSYCHIATRY', 'ADDICTION', 'CHILD_PSYCHIATRY'),
  job('woonbegeleider', 'SKJ', 'TRANSITION_TO_ADULTHOOD', 'HOUSING', 'DEBT'),
];

const jobsByKind: Readonly<Record<DemonstrationOrganisation['kind'], readonly Job[]>> = {
  CARE_PROVIDER: careJobs,
  FOSTER_CARE_PROVIDER: [
    job('pleegzorgbegeleider', 'SKJ', 'FOSTER_CARE', 'ATTACHMENT', 'TRAUMA', 'PARENTING_SUPPORT'),
    job('matcher pleegzorg', 'SKJ', 'FOSTER_CARE', 'CULTURAL_MEDIATION'),
  ],
  CERTIFIED_INSTITUTION: [
    job('jeugdbeschermer', 'SKJ', 'SAFETY', 'YOUTH_LAW', 'DIVORCE'),
    job('jeugdbeschermer', 'SKJ', 'SAFETY', 'FOSTER_CARE', 'CULTURAL_MEDIATION'),
    job('gedragsdeskundige', 'SKJ', 'ATTACHMENT', 'SAFETY', 'TRAUMA'),
    job('jurist jeugdrecht', null, 'YOUTH_LAW'),
  ],
  SAFE_HOME: [
    job('medewerker Veilig Thuis', 'SKJ', 'SAFETY', 'DIVORCE', 'CULTURAL_MEDIATION'),
    job('vertrouwensarts', 'BIG', 'SAFETY', 'CHILD_PSYCHIATRY'),
  ],
  COUNCIL_FOR_CHILD_PROTECTION: [job('raadsonderzoeker', 'SKJ', 'YOUTH_LAW', 'SAFETY', 'DIVORCE')],
  LOCAL_ACCESS: [
    job('jeugdconsulent', 'SKJ', 'PARENTING_SUPPORT', 'EDUCATION', 'DEBT'),
    job('gezinswerker', 'SKJ', 'PRACTICAL_SUPPORT', 'HOUSING', 'DEBT', 'CULTURAL_MEDIATION'),
    job('onderwijsconsulent', null, 'EDUCATION', 'ADHD', 'TRANSITION_TO_ADULTHOOD'),
  ],
  GGD: [
    job('jeugdarts', 'BIG', 'EDUCATION', 'CHILD_PSYCHIATRY', 'EATING_DISORDERS'),
    job('jeugdverpleegkundige', 'BIG', 'PARENTING_SUPPORT', 'ATTACHMENT'),
  ],
  PROCUREMENT_CENTRE: [job('beleidsadviseur', null, 'HOUSING', 'EDUCATION'), job('contractmanager', null, 'YOUTH_LAW')],
};

const staffByKind: Readonly<Record<DemonstrationOrganisation['kind'], number>> = {
  CARE_PROVIDER: 2,
  FOSTER_CARE_PROVIDER: 3,
  CERTIFIED_INSTITUTION: 6,
  SAFE_HOME: 5,
  COUNCIL_FOR_CHILD_PROTECTION: 3,
  LOCAL_ACCESS: 4,
  GGD: 3,
  PROCUREMENT_CENTRE: 3,
};

/** The jobs of an organisation, its first being the leading one; `place` turns them round, so that providers differ. */
export function jobsOf({ kind }: DemonstrationOrganisation, place: number): Job[] {
  const jobs = jobsByKind[kind];
  const shift = kind === 'CARE_PROVIDER' ? place * 3 : 0;
  return Array.from({ length: staffByKind[kind] }, (_, index) => jobs[(shift + index) % jobs.length]).filter(
    (found) => found !== undefined,
  );
}
