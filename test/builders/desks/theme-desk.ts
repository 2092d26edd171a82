import { randomUUID } from 'node:crypto';
import { openPeople } from '../../../subgraphs/people/server.js';
import { openPeopleDatabase, plant } from '../../../subgraphs/people/testing/people-database.js';
import { idOf, organisationRow, professionalRow } from '../../../subgraphs/people/testing/rows.js';
import type { Caller } from '../../../platform/identity/caller.js';
import { cloneDatabase } from '../../database.js';
import { askSubgraph } from '../ask-subgraph.js';
import { callerAs } from '../callers.js';

/** A session as a step or a list answers it. */
export interface AnsweredSession {
  readonly id: string;
  readonly version: number;
  readonly state: string;
  readonly theme: { code: string } | null;
  readonly host: { id: string } | null;
  readonly outcomes: readonly string[];
  readonly summary: string | null;
  readonly cancelReason: string | null;
  readonly participants: readonly {
    role: string | null;
    organisation: { id: string } | null;
    professional: { id: string } | null;
  }[];
}

/** A moment as `commonTimes` answers it, and who stands in the way. */
export interface AnsweredTimes {
  readonly moments: readonly { startsAt: string; endsAt: string }[];
  readonly considered: number;
  readonly inTheWay: readonly {
    professional: { id: string } | null;
    worksThere: boolean;
    freeMoments: number;
    withoutThem: number;
  }[];
}

export const themePeople = {
  broker: callerAs('care-broker'),
  brokerElsewhere: { ...callerAs('care-broker'), region: 'region-2' },
  owner: callerAs('case-owner', idOf(901)),
  member: callerAs('ret-member'),
  planner: callerAs('provider-planner', idOf(1)),
  otherPlanner: callerAs('provider-planner', idOf(9)),
} as const satisfies Record<string, Caller>;

/** Professionals 11 and 12 of organisation 1, 21 and 22 of 2, of whom 22 does not want to be found; 91 of 9. */
const people = [11, 12, 21, 22, 91];
const session = `id version state theme { code } host { id } outcomes summary cancelReason participants { role organisation { id } professional { id } }`;
const times =
  'moments { startsAt endsAt } considered inTheWay { professional { id } worksThere freeMoments withoutThem }';

/** The database of people with five professionals of three organisations. */
export async function openThemeDesk(poolSize = 2) {
  const database = await cloneDatabase('empty');
  const owner = await openPeopleDatabase(database.url('owner'));
  const statements: string[] = [];
  const db = await openPeopleDatabase(database.url('people'), (sql) => statements.push(sql), poolSize);
  const subgraph = await openPeople(db);
  await plant(owner, {
    organisations: [1, 2, 9].map((n) => organisationRow(n)),
    professionals: people.map((n) =>
      professionalRow(n, Math.floor(n / 10), {
        ...{ isVisible: n !== 22, jobTitle: `functie ${n}`, municipalityCodes: n === 12 ? ['0034'] : ['0995', '0034'] },
      }),
    ),
  });
  const ask = (caller: Caller, source: string, variables: Record<string, unknown> = {}) =>
    askSubgraph(subgraph, caller, source, variables);
  const codesOf = (errors: readonly { code: unknown }[]) => errors.map(({ code }) => code);

  return {
    ...{ database, owner, db, statements, ask },
    /** One mutation with its input, under a key of its own unless one is given. */
    async step(caller: Caller, name: string, input: Record<string, unknown>) {
      const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
      const document = `mutation ($input: ${type}!) { ${name}(input: $input) { themeSession { ${session} } isReplay } }`;
      const { data, errors } = await ask(caller, document, { input: { idempotencyKey: randomUUID(), ...input } });
      const answer = data?.[name] as { themeSession: AnsweredSession | null; isReplay: boolean } | null | undefined;
      return { session: answer?.themeSession ?? null, isReplay: answer?.isReplay, codes: codesOf(errors) };
    },
    async sessions(caller: Caller, filter: object = {}): Promise<readonly AnsweredSession[]> {
      const document = `query ($filter: ThemeSessionFilter) { themeSessions(filter: $filter, first: 50) { edges { node { ${session} } } } }`;
      const { data } = await ask(caller, document, { filter });
      const list = data?.['themeSessions'] as { edges: { node: AnsweredSession }[] } | null | undefined;
      return (list?.edges ?? []).map(({ node }) => node);
    },
    async commonTimes(caller: Caller, variables: Record<string, unknown>) {
      const document = `query ($professionalIds: [ID!]!, $municipalityCode: MunicipalityCode, $from: DateTime!, $until: DateTime!, $minutes: Int!, $first: Int! = 5) {
        commonTimes(professionalIds: $professionalIds, municipalityCode: $municipalityCode, from: $from, until: $until, minutes: $minutes, first: $first) { ${times} } }`;
      const { data, errors } = await ask(caller, document, variables);
      return { times: (data?.['commonTimes'] ?? null) as AnsweredTimes | null, codes: codesOf(errors) };
    },
    async begin(): Promise<void> {
      await owner.query(
        'truncate theme_session, theme_participant, absence, availability_window, deployment, deployment_hours, audit_event, audit_seal, audit_pending, idempotency_key cascade',
      );
    },
    async close(): Promise<void> {
      await db.destroy();
      await owner.destroy();
      await database.drop();
    },
  };
}

export type ThemeDesk = Awaited<ReturnType<typeof openThemeDesk>>;
