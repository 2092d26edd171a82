import type { Caller } from '../../../platform/identity/caller.js';
import { idOf } from '../../builders/rows/case.js';
import { callerAs } from '../../builders/callers.js';

const [ownOrganisation, otherOrganisation] = [idOf(901), idOf(902)];

/** Everybody who asks, of two regions, two owners and two providers. */
export const askers = {
  broker: callerAs('care-broker'),
  'broker of another region': { ...callerAs('care-broker'), region: 'region-2' },
  owner: callerAs('case-owner', ownOrganisation),
  'another owner': callerAs('case-owner', otherOrganisation),
  planner: callerAs('provider-planner', idOf(801)),
  'planner of another provider': callerAs('provider-planner', idOf(802)),
  'system of a provider': callerAs('provider-system', idOf(802)),
  analyst: callerAs('analyst'),
  member: callerAs('ret-member'),
  officer: callerAs('privacy-officer'),
  operator: callerAs('operator'),
} as const satisfies Record<string, Caller>;

export type Asker = keyof typeof askers;

/** A table, the question that shows its rows, and which of them each asker may see; whoever is not named sees none. */
export interface Subject {
  readonly table: string;
  readonly key: string;
  readonly document: string;
  readonly seen: Readonly<Partial<Record<Asker, readonly number[]>>>;
  /** Beyond that in the database alone: what is counted, and what the table of rights refuses by role. */
  readonly alsoInDatabase?: Readonly<Partial<Record<Asker, readonly number[]>>>;
}

const ofCases = { broker: [1, 2], 'broker of another region': [3, 4], owner: [1, 3], 'another owner': [2, 4] };

/** Rows 1 and 2 are of Flevoland, 3 and 4 of another region; 1 and 3 of one owner, 2 and 4 of another; 1 and 4 lie before providers. */
export const subjects: readonly Subject[] = [
  { table: 'case_file', key: 'id', document: '{ cases(first: 50) { edges { node { id } } } }', seen: ofCases },
  {
    table: 'need',
    key: 'case_id',
    document: '{ cases(first: 50) { edges { node { id need { birthYear } } } } }',
    seen: ofCases,
  },
  {
    table: 'case_change',
    key: 'case_id',
    document: '{ cases(first: 50) { edges { node { id timeline { edges { node { kind } } } } } } }',
    seen: ofCases,
  },
  {
    table: 'former_need',
    key: 'case_id',
    document: '{ cases(first: 50) { edges { node { id formerNeeds { version } } } } }',
    seen: ofCases,
  },
  {
    table: 'former_place',
    key: 'case_id',
    document: '{ cases(first: 50) { edges { node { id formerNeeds { need { nearPostcode4 } } } } } }',
    seen: ofCases,
  },
  {
    table: 'consent',
    key: 'id',
    document: '{ cases(first: 50) { edges { node { id consents { purpose } } } } }',
    seen: ofCases,
  },
  {
    table: 'consultation',
    key: 'id',
    document: '{ consultations(first: 50) { edges { node { id } } } }',
    seen: { broker: [1, 2], 'broker of another region': [3, 4], owner: [1, 3], 'another owner': [2, 4] },
    alsoInDatabase: { analyst: [1, 2] },
  },
  {
    table: 'placement',
    key: 'id',
    document: '{ cases(first: 50) { edges { node { id placements { id } } } } }',
    seen: ofCases,
    alsoInDatabase: { analyst: [1, 2] },
  },
  {
    table: 'kinship_term',
    key: 'placement_id',
    document: '{ kinshipTermsDue(first: 50) { edges { node { id } } } }',
    seen: ofCases,
    alsoInDatabase: { analyst: [1, 2] },
  },
  ...(['mentor', 'judgement'] as const).map((table) => ({
    ...{ table, key: 'id', seen: ofCases },
    document: `{ cases(first: 50) { edges { node { id ${table}s { id } } } } }`,
  })),
  {
    table: 'known_hold',
    key: 'hold_id',
    document: '{ cases(first: 50) { edges { node { id declineCount } } } }',
    seen: ofCases,
  },
  {
    table: 'referral',
    key: 'id',
    document: '{ referrals(first: 50) { edges { node { id } } } }',
    seen: {
      ...{ broker: [1], 'broker of another region': [4], owner: [1], 'another owner': [4] },
      ...{ planner: [1], 'planner of another provider': [4], 'system of a provider': [4] },
    },
  },
];
