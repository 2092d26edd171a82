import { openPeople } from '../../../subgraphs/people/server.js';
import { openPeopleDatabase, plant } from '../../../subgraphs/people/testing/people-database.js';
import {
  contactRow,
  experienceRow,
  expertiseRow,
  idOf,
  membershipRow,
  organisationRow,
  professionalRow,
  teamRow,
} from '../../../subgraphs/people/testing/rows.js';
import { cloneDatabase } from '../../database.js';
import { askersOf, type LayeredDatabase, type LayeredSubgraph, type SeenRows } from './layered.js';

const people = [11, 12, 13, 14, 21, 22];

/** Professionals 11 to 14 are of the first organisation, 21 and 22 of the second; 12 and 22 do not want to be found, 13 left. */
async function open(): Promise<LayeredDatabase> {
  const database = await cloneDatabase('empty');
  const [db, owner] = [
    await openPeopleDatabase(database.url('people')),
    await openPeopleDatabase(database.url('owner')),
  ];
  const member = (team: number, n: number) => membershipRow(team, n, { role: `00${n}` });
  await plant(owner, {
    organisations: [organisationRow(1), organisationRow(2)],
    professionals: people.map((n) =>
      professionalRow(n, Math.floor(n / 10), {
        isVisible: n % 10 !== 2,
        leftOn: n === 13 ? '2020-01-01' : null,
        isExperienceShown: n === 21,
      }),
    ),
    // 14 shows no number outside the own organisation, and 21 what they went through
    contacts: people.map((n) =>
      contactRow(n, { kind: 'PHONE', value: `+3132000${String(n).padStart(4, '0')}`, isShown: n !== 14 }),
    ),
    expertise: people.map((n) => expertiseRow(n, 'SAFETY')),
    experience: people.map((n) => experienceRow(n, 'GROUP_CARE')),
    teams: [teamRow(31, 1), teamRow(32, 2), teamRow(33, null)],
    memberships: [member(31, 13), member(31, 14), member(32, 22), member(33, 11), member(33, 22)],
  });
  for (const [n, team] of [
    [41, 31],
    [42, 32],
  ] as const)
    await owner.query(
      `insert into network_request (id, region, team_id, function, situation, municipality_code, asked_by)
       values ($1, 'flevoland', $2, 'KNOWLEDGE', 'STUCK', '0995', 'nobody')`,
      [idOf(n), idOf(team)],
    );
  for (const [n, seated] of [
    [51, 11],
    [52, 22],
  ] as const)
    await owner.query(
      `with s as (insert into theme_session (id, region, theme_code, planned_at, minutes) values ($1, 'flevoland', 'ANY_THEME', '2099-01-01', 60)
         returning *)
       insert into theme_participant (session_id, organisation_id, professional_id, role, during)
       select s.id, p.organisation_id, p.id, $2, tstzrange(s.planned_at, s.planned_at + interval '1 hour') from s, professional p where p.id = $3`,
      [idOf(n), `00${seated}`, idOf(seated)],
    );
  const close = async (): Promise<void> => {
    await db.destroy();
    await owner.destroy();
    await database.drop();
  };
  return { db, owner, openOver: openPeople, close };
}

const seekers = (rows: readonly number[]): SeenRows => ({
  ...{ broker: rows, 'broker of another region': rows, member: rows },
});
const found: SeenRows = {
  ...seekers([11, 14, 21]),
  ...{ owner: [11, 12, 14, 21], 'another owner': [11, 14, 21, 22] },
  ...{ planner: [11, 12, 14], 'planner of another provider': [21, 22], 'system of a provider': [21, 22] },
};
/** What is shown outside the own organisation: to who seeks, to an owner with the organisation of the first, and to one with that of the second. */
const shownBy = (rows: readonly number[], owner: readonly number[], other: readonly number[]): SeenRows => ({
  ...found,
  ...seekers(rows),
  ...{ owner, 'another owner': other },
});
const ofTeams = (all: readonly number[], taking: readonly number[]): SeenRows => ({
  ...seekers(all),
  ...{ owner: all, 'another owner': all, planner: all, 'planner of another provider': all },
  'system of a provider': taking,
});

/** Of the session of the first provider and that of the second. */
const ofSessions = (first: readonly number[], second: readonly number[]): SeenRows => {
  const all = [...first, ...second];
  return {
    ...{ broker: all, member: all, owner: all, 'another owner': all },
    ...{ planner: first, 'planner of another provider': second },
  };
};

export const layeredPeople: LayeredSubgraph = {
  name: 'people',
  askers: askersOf({ owners: [idOf(1), idOf(2)], providers: [idOf(1), idOf(2)] }),
  subjects: [
    {
      ...{ what: 'professionals', table: 'professional', key: 'id', seen: found },
      document: '{ professionals(first: 50) { edges { node { id jobTitle } } } }',
    },
    {
      ...{ what: 'what they know', table: 'expertise', key: 'professional_id', seen: found },
      document: '{ professionals(first: 50) { edges { node { id expertise { code } } } } }',
    },
    {
      ...{ what: 'how they are reached', table: 'work_contact', key: 'professional_id' },
      document: '{ professionals(first: 50) { edges { node { workContact { id: phone } } } } }',
      seen: shownBy([11, 21], [11, 12, 14, 21], [11, 21, 22]),
    },
    {
      ...{ what: 'what they went through', table: 'experience', key: 'professional_id' },
      document:
        '{ searchProfessionals(search: { municipalityCode: "0995", experience: [GROUP_CARE] }, first: 50) { professional { id } } }',
      seen: shownBy([21], [11, 12, 14, 21], [21, 22]),
    },
    {
      ...{ what: 'teams', table: 'team', key: 'id', seen: ofTeams([31, 32, 33], [32, 33]) },
      document: '{ teams(first: 50) { edges { node { id } } } }',
    },
    {
      ...{ what: 'who is in them', table: 'team_membership', key: 'professional_id' },
      document: '{ teams(first: 50) { edges { node { memberships { id: role } } } } }',
      seen: ofTeams([11, 14, 22], [11, 22]),
    },
    {
      ...{ what: 'questions to the network', table: 'network_request', key: 'id' },
      document: '{ networkRequests(first: 50) { edges { node { id } } } }',
      seen: { broker: [41, 42], planner: [41], 'planner of another provider': [42] },
    },
    {
      ...{ what: 'sessions of theme tables', table: 'theme_session', key: 'id', seen: ofSessions([51], [52]) },
      document: '{ themeSessions(first: 50) { edges { node { id } } } }',
    },
    {
      ...{ what: 'who sits in them', table: 'theme_participant', key: 'role', seen: ofSessions([11], [22]) },
      document: '{ themeSessions(first: 50) { edges { node { participants { id: role } } } } }',
    },
  ],
  open,
};
