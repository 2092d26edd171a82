import { randomUUID } from 'node:crypto';
import { openPeople } from '../../../subgraphs/people/server.js';
import { openPeopleDatabase, plant } from '../../../subgraphs/people/testing/people-database.js';
import { idOf, organisationRow } from '../../../subgraphs/people/testing/rows.js';
import type { Caller } from '../../../platform/identity/caller.js';
import { cloneDatabase } from '../../database.js';
import { askSubgraph } from '../ask-subgraph.js';
import { callerAs } from '../callers.js';

/** Who publishes, for organisation 1 or another, and who seeks help. */
export const publishers = {
  system: callerAs('provider-system', idOf(1)),
  planner: callerAs('provider-planner', idOf(1)),
  foreign: callerAs('provider-system', idOf(2)),
  broker: callerAs('care-broker'),
} as const satisfies Record<string, Caller>;

/** Who somebody is at work, as an organisation publishes it. */
export const details = (replaced: object = {}) => ({
  name: 'Dilek Aydın',
  jobTitle: 'systeemtherapeut',
  registration: { register: 'SKJ', number: '130012345' },
  expertise: [{ code: 'TRAUMA', level: 'SPECIALIST' }],
  municipalityCodes: ['0995', 'GM0034'],
  languages: ['nl', 'tr'],
  workPhone: '+31320000101',
  workEmail: 'd.aydin@organisatie.example',
  isVisible: true,
  ...replaced,
});

/** The same under an own key. */
export const row = (replaced: object = {}, key = 'a') => ({ key, professional: details(replaced) });

/** What became of one row. */
export interface PublishedResult {
  readonly outcome: string;
  readonly error: { code: string; field: string } | null;
  readonly professional: Record<string, unknown> | null;
}

const shown = `isReplay leftOutCount leftOutKeys results { outcome error { code field } professional {
  id key name jobTitle freshness municipalities { code } languages isVisible } }`;
const listed = `{ professionals(first: 50) { edges { node { name key freshness
  registration { register number isVerified } expertise { code level } workContact { email } } } } }`;

const chosen = `{ professionals(first: 50) { edges { node { isVisible experience isExperienceShown
  workContact { phone email isPhoneShown isEmailShown } } } } }`;
const sought = `query ($search: ProfessionalSearchInput!) {
  searchProfessionals(search: $search) { reasons { code } professional { name } } }`;

/** The database of people with two organisations and nobody in them. */
export async function openDirectoryDesk() {
  const database = await cloneDatabase('empty');
  const owner = await openPeopleDatabase(database.url('owner'));
  const statements: string[] = [];
  const db = await openPeopleDatabase(database.url('people'), (sql) => statements.push(sql));
  const people = await openPeople(db);
  await plant(owner, { organisations: [organisationRow(1), organisationRow(2)] });

  const change = async (caller: Caller, name: string, input: object, selection: string) => {
    const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
    const source = `mutation ($input: ${type}!) { ${name}(input: $input) { ${selection} } }`;
    const variables = { input: { idempotencyKey: randomUUID(), ...input } };
    const { data, errors } = await askSubgraph(people, caller, source, variables);
    return { answer: data?.[name] as Record<string, unknown> | null, codes: errors.map(({ code }) => code) };
  };
  const publish = async (professionals: object[], replaced: object = {}, caller: Caller = publishers.system) => {
    const { answer, codes } = await change(caller, 'publishProfessionals', { professionals, ...replaced }, shown);
    return { ...answer, results: (answer?.['results'] ?? []) as PublishedResult[], codes };
  };
  return {
    ...{ owner, db, statements, publish },
    /** What became of each row, in words. */
    async outcomes(professionals: object[], replaced: object = {}, caller: Caller = publishers.system) {
      const { results } = await publish(professionals, replaced, caller);
      return results.map(({ outcome, error }) => [outcome, error?.code, error?.field].filter(Boolean).join(' '));
    },
    confirm: (input: object = {}, caller: Caller = publishers.system) =>
      change(caller, 'confirmProfessionals', input, 'isReplay confirmedCount unknownKeys'),
    async foundBy(caller: Caller): Promise<unknown[]> {
      const { data } = await askSubgraph(people, caller, listed);
      return (data?.['professionals'] as { edges: { node: unknown }[] }).edges.map(({ node }) => node);
    },
    /** What professionals show of themselves to a caller. */
    async choicesSeenBy(caller: Caller): Promise<unknown[]> {
      const { data } = await askSubgraph(people, caller, chosen);
      return (data?.['professionals'] as { edges: { node: unknown }[] }).edges.map(({ node }) => node);
    },
    /** Who is found by what they went through. */
    async soughtBy(caller: Caller, experience: readonly string[]): Promise<unknown> {
      const search = { municipalityCode: '0995', experience };
      return (await askSubgraph(people, caller, sought, { search })).data?.['searchProfessionals'];
    },
    /** The rows as they are stored, by function. */
    all: (): Promise<Record<string, unknown>[]> => owner.query('select * from professional order by job_title'),
    begin: () => owner.query('truncate professional, idempotency_key, audit_event, audit_seal, audit_pending cascade'),
    async close(): Promise<void> {
      await db.destroy();
      await owner.destroy();
      await database.drop();
    },
  };
}

export type DirectoryDesk = Awaited<ReturnType<typeof openDirectoryDesk>>;
