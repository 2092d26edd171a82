import type { TeamKind } from '../../../subgraphs/people/team/team.vocabulary.js';

/** Who is in a team: the key of the organisation, the number in its staff and, unless it is the job title, the role. */
export type Member = readonly [organisationKey: string, number: number, role?: string];

/** A team of the demonstration region, in days since or until the day of loading where it says so. */
export interface TeamPlan {
  readonly key: string;
  readonly name: string;
  readonly kind: TeamKind;
  /** Key of the organisation that hosts it; null when several carry it together. */
  readonly host: string | null;
  readonly mandate: string;
  readonly rhythm: string;
  readonly maxHours: number | null;
  /** A day, or a number of days from the day of loading. */
  readonly from: string | number;
  readonly to: string | number | null;
  readonly successor?: string;
  readonly hoursAverage: number;
  readonly members: readonly Member[];
}

const advice = 'Adviseert verwijzers; de beslissing blijft bij wie de casus heeft.';

/** The teams of the region that no single provider has, of every kind but local teams, FACT and expert teams. */
export const regionalTeams: readonly TeamPlan[] = [
  {
    key: 'acceleration',
    name: 'Versnellingsteam (voorbeeld)',
    kind: 'ACCELERATION',
    host: null,
    mandate: 'Mag buiten de gewone werkprocessen om zoeken naar hulp zo thuis mogelijk.',
    rhythm: 'P1W',
    maxHours: null,
    from: '2022-01-10',
    to: '2023-12-31',
    successor: 'ret-2',
    hoursAverage: 16,
    members: [
      ['aankoopcentrale', 1, 'aanvoerder'],
      ['aankoopcentrale', 2, 'beleidsadviseur'],
      ['rietvink', 1, 'gedragsdeskundige'],
      ['vlonder', 1, 'gedragsdeskundige'],
      ['ggd', 2],
      ['jeugdbescherming-west', 1],
      ['jeugdbescherming-oost', 1],
      ['pleegbrug', 1],
    ],
  },
  {
    key: 'duo',
    name: 'Team AnderS (voorbeeld)',
    kind: 'AMBULATORY_DUO',
    host: null,
    mandate: "Werkt altijd in duo's bij het gezin thuis en doet wat nodig is, ook praktisch.",
    rhythm: 'P1W',
    maxHours: 20,
    from: '2022-03-01',
    to: null,
    hoursAverage: 20,
    members: ['graspieper', 'ijsvogel', 'kluutvogel', 'noorderkaap', 'meidoorn'].flatMap((key): Member[] => [
      [key, 1],
      [key, 2],
    ]),
  },
  {
    key: 'ret',
    name: 'Regionaal expertteam (voorbeeld)',
    kind: 'RET',
    host: 'aankoopcentrale',
    mandate: advice,
    rhythm: 'P2W',
    maxHours: null,
    from: '2019-01-07',
    to: '2023-12-31',
    successor: 'ret-2',
    hoursAverage: 4,
    members: [
      ['aankoopcentrale', 3, 'voorzitter'],
      ['jeugdbescherming-west', 2],
      ['kluutvogel', 1],
      ['basaltzuil', 1],
      ['raad', 1],
      ['ggd', 1],
    ],
  },
  {
    key: 'ret-2',
    name: 'RET 2.0 (voorbeeld)',
    kind: 'RET_2_0',
    host: 'aankoopcentrale',
    mandate: 'Eén plek voor verwijzers, onderwijs en ouders; adviseert binnen 48 uur en bemiddelt naar passend aanbod.',
    rhythm: 'P1W',
    maxHours: null,
    from: '2024-01-01',
    to: null,
    hoursAverage: 12,
    members: [
      ['aankoopcentrale', 1, 'zorgbemiddelaar'],
      ['lokale-toegang-almere', 1, 'zorgbemiddelaar'],
      ['lokale-toegang-lelystad', 1, 'zorgbemiddelaar'],
      ['jeugdbescherming-west', 1],
      ['jeugdbescherming-oost', 2],
      ['veilig-thuis', 1],
      ['oeverzwaluw', 1],
      ['familiekring', 1],
      ['rietvink', 1, 'gedragsdeskundige'],
    ],
  },
  {
    key: 'dedicated',
    name: 'Dedicated Team (voorbeeld)',
    kind: 'DEDICATED',
    host: 'aankoopcentrale',
    mandate: 'Begint de week samen en brengt signalen en knelpunten naar wie erover gaat.',
    rhythm: 'P1W',
    maxHours: null,
    from: '2023-02-06',
    to: null,
    hoursAverage: 8,
    members: [
      ['aankoopcentrale', 2],
      ['lokale-toegang-almere', 2],
      ['lokale-toegang-noordoostpolder', 1],
      ['jeugdbescherming-landelijk', 1],
    ],
  },
  {
    key: 'enabling-crew',
    name: 'Enabling Crew (voorbeeld)',
    kind: 'ENABLING_CREW',
    host: null,
    mandate: 'Maakt mogelijk wat vastloopt; heeft geen besluitbevoegdheid.',
    rhythm: 'P1W',
    maxHours: null,
    from: '2023-02-06',
    to: null,
    hoursAverage: 0.5,
    members: [
      ['aankoopcentrale', 3, 'mogelijkmaker'],
      ['jeugdbescherming-west', 3, 'mogelijkmaker'],
      ['basaltzuil', 2, 'mogelijkmaker'],
    ],
  },
  {
    key: 'project-group',
    name: 'Projectgroep Zo thuis mogelijk (voorbeeld)',
    kind: 'PROJECT_GROUP',
    host: null,
    mandate: 'Bereidt besluiten van de zes gemeenten voor.',
    rhythm: 'P1M',
    maxHours: null,
    from: -400,
    to: null,
    hoursAverage: 4,
    members: [
      ['aankoopcentrale', 2, 'projectleider'],
      ['lokale-toegang-dronten', 1],
      ['thuishaven-pleeg', 1],
      ['populierenlaan', 1],
    ],
  },
  {
    key: 'task-crew',
    name: 'Klusploeg Logeren (voorbeeld)',
    kind: 'TASK_CREW',
    host: null,
    mandate: 'Zoekt in korte tijd meer logeerplekken en houdt dan op te bestaan.',
    rhythm: 'P1W',
    maxHours: null,
    from: -45,
    to: 75,
    hoursAverage: 6,
    members: [
      ['stuifmeel', 1],
      ['zeilwagen', 1],
      ['lokale-toegang-zeewolde', 1],
    ],
  },
  {
    key: 'policy-group',
    name: 'Regionale beleidsgroep (voorbeeld)',
    kind: 'POLICY_GROUP',
    host: 'aankoopcentrale',
    mandate: 'Stemt het beleid van de zes gemeenten op elkaar af.',
    rhythm: 'P2W',
    maxHours: null,
    from: '2018-01-08',
    to: null,
    hoursAverage: 4,
    members: [
      ['aankoopcentrale', 1, 'voorzitter'],
      ['ggd', 1],
      ['lokale-toegang-almere', 3],
      ['lokale-toegang-dronten', 3],
      ['lokale-toegang-lelystad', 3],
      ['lokale-toegang-noordoostpolder', 3],
      ['lokale-toegang-urk', 3],
      ['lokale-toegang-zeewolde', 3],
    ],
  },
  {
    key: 'safety-team',
    name: 'Regionaal veiligheidsteam (voorbeeld)',
    kind: 'SAFETY_TEAM',
    host: 'veilig-thuis',
    mandate: 'Doet onderzoek naar onveiligheid en maakt met het gezin een veiligheidsplan.',
    rhythm: 'P1W',
    maxHours: 8,
    from: '2025-01-06',
    to: null,
    hoursAverage: 24,
    members: [
      ['veilig-thuis', 1],
      ['veilig-thuis', 2],
      ['jeugdbescherming-west', 4],
      ['jeugdbescherming-oost', 3],
      ['raad', 2],
    ],
  },
];
