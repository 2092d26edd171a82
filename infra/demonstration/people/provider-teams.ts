import { organisations, type DemonstrationOrganisation } from '../organisations.js';
import { createRandom } from '../random.js';
import type { Member, TeamPlan } from './regional-teams.js';

type Row = readonly [host: string, kind: 'FACT' | 'EXPERT_TEAM', name: string, partner: string];

/** Teams of one provider in which another takes part. */
const rows: readonly Row[] = [
  ['kluutvogel', 'FACT', 'FACT Jeugd Almere', 'ijsvogel'],
  ['noorderkaap', 'FACT', 'GezinsFACT Noordoost', 'polderlicht'],
  ['rietvink', 'FACT', 'FACT Jeugd Lelystad', 'schelpenpad'],
  ['populierenlaan', 'FACT', 'FACT Jeugd Dronten', 'hoefblad'],
  ['zilvermeeuw', 'FACT', 'GezinsFACT Urk', 'getijdenhof'],
  ['graspieper', 'FACT', 'GezinsFACT Zeewolde', 'lepelaar'],
  ['oeverzwaluw', 'FACT', 'FACT Jeugd Zuid', 'tussenwater'],
  ['kantelpunt-oost', 'FACT', 'GezinsFACT Almere Oost', 'veldleeuwerik'],
  ['basaltzuil', 'FACT', 'FACT Forensisch', 'sluiswachter'],
  ['gooischboog', 'FACT', 'GezinsFACT Westrand', 'vuurbaak'],
  ['meidoorn', 'EXPERT_TEAM', 'Expertteam Systeemtherapie', 'koolzaad'],
  ['ijsvogel', 'EXPERT_TEAM', 'Expertteam Trauma', 'waterlelie'],
  ['kruispeiling', 'EXPERT_TEAM', 'Expertteam 16-27', 'zandplaat'],
  ['windvaan', 'EXPERT_TEAM', 'Expertteam Gezinshuizen', 'morgenrood'],
  ['pleegbrug', 'EXPERT_TEAM', 'Expertteam Pleegzorg', 'thuishaven-pleeg'],
  ['familiekring', 'EXPERT_TEAM', 'Expertteam Netwerkpleegzorg', 'kringloper'],
  ['nestwissel', 'EXPERT_TEAM', 'Expertteam Deeltijdpleegzorg', 'warmeplek'],
  ['elzenbroek', 'EXPERT_TEAM', 'Expertteam Behandelgroepen', 'veluwerand'],
  ['ommelander', 'EXPERT_TEAM', 'Expertteam Bescherming', 'aalscholver'],
  ['stuifmeel', 'EXPERT_TEAM', 'Expertteam Logeren', 'zeilwagen'],
  ['wilgenkatje', 'EXPERT_TEAM', 'Expertteam Jonge kind', 'bolderwagen'],
  ['kompasroos', 'EXPERT_TEAM', 'Expertteam Autisme', 'dijkhuis'],
];

export const providerTeams: readonly TeamPlan[] = rows.map(([host, kind, name, partner]) => {
  const random = createRandom(`team:${host}:${kind}`);
  return {
    ...{ key: `${host}:${kind}`, name, kind, host },
    mandate:
      kind === 'FACT'
        ? 'Behandelt en begeleidt thuis, zo lang en zo vaak als nodig is.'
        : 'Denkt mee met andere aanbieders en springt bij waar een kind al woont.',
    rhythm: random.pick(['P1W', 'P2W']),
    maxHours: kind === 'FACT' ? random.whole(4, 12) : random.whole(2, 6),
    from: `${random.whole(2018, 2025)}-0${random.whole(1, 9)}-01`,
    to: null,
    hoursAverage: random.whole(4, 24),
    members: [...twoOf(host), [partner, 1]],
  };
});

/** The local team of each of the six municipalities. */
export const localTeams: readonly TeamPlan[] = organisations
  .filter(({ kind }) => kind === 'LOCAL_ACCESS')
  .map(localTeam);

function localTeam({ key, name }: DemonstrationOrganisation): TeamPlan {
  return {
    key,
    name: name.replace('Lokale toegang', 'Wijkteam'),
    kind: 'LOCAL_TEAM',
    host: key,
    mandate: 'Zet lichte hulp zelf in en regelt de toegang tot jeugdhulp namens het college.',
    rhythm: 'P1W',
    maxHours: 10,
    from: '2015-01-01',
    to: null,
    hoursAverage: 32,
    members: [...twoOf(key), [key, 4]],
  };
}

function twoOf(organisationKey: string): Member[] {
  return [
    [organisationKey, 1],
    [organisationKey, 2],
  ];
}
