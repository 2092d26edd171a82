import { randomUUID } from 'node:crypto';
import type { Caller } from '../../../platform/identity/caller.js';
import { openDatabase, type DataSource } from '../../../platform/database/database.js';
import { openPeople } from '../../../subgraphs/people/server.js';
import type { PeopleServices } from '../../../subgraphs/people/services.js';
import { peopleStorage } from '../../../subgraphs/people/storage.js';
import { openPeopleDatabase, plant } from '../../../subgraphs/people/testing/people-database.js';
import {
  idOf,
  membershipRow,
  organisationRow,
  professionalRow,
  teamRow,
} from '../../../subgraphs/people/testing/rows.js';
import { cloneDatabase } from '../../database.js';
import { askSubgraph } from '../ask-subgraph.js';
import { callerAs } from '../callers.js';
import { tryPeople, type Outcome } from './try-people.js';

/** The nth team of a desk is of the nth organisation, and has one member. */
export const teamOf = (n: number): string => idOf(50 + n);
export const plannerOf = (n: number): Caller => callerAs('provider-planner', idOf(n));
export const memberOf = (n: number): Caller => ({
  ...callerAs('ret-member'),
  subject: `member ${n}`,
  professionalId: idOf(100 + n),
});

export const networkPeople = {
  broker: callerAs('care-broker'),
  brokerElsewhere: { ...callerAs('care-broker'), region: 'region-2' },
  asker: { ...callerAs('case-owner', idOf(901)), subject: 'who asks' },
  stranger: { ...callerAs('case-owner', idOf(902)), subject: 'somebody else' },
} as const satisfies Record<string, Caller>;

export const question = { function: 'CONSULT_ADVICE', situation: 'STUCK', municipalityCode: '0995' } as const;

/** The database of people with some regional expert teams that can all answer the same. */
export async function openNetworkDesk(teams: number, poolSize = 2) {
  const database = await cloneDatabase('empty');
  const owner = await openPeopleDatabase(database.url('owner'));
  const db = await openPeopleDatabase(database.url('people'), undefined, poolSize);
  const options = {
    url: database.url('people'),
    applicationName: 'network-test',
    poolSize: 2,
    statementTimeoutMs: 10_000,
  };
  const background = await openDatabase(peopleStorage, { ...options, duty: 'background' });
  const people = await openPeople(db);
  await writeTeams(owner, teams);

  return {
    ...{ database, owner, db, background },
    ask: (caller: Caller, source: string, variables: Record<string, unknown> = {}) =>
      askSubgraph(people, caller, source, variables),

    /** Does something as a request does it, in a transaction of the caller. */
    try: (caller: Caller, work: (services: PeopleServices) => Promise<unknown>): Promise<Outcome> =>
      tryPeople(db, caller, work),

    /** A question that lies before the nth team, asked so many hours ago. */
    async asked(n: number, hoursAgo = 0): Promise<string> {
      const id = randomUUID();
      const { asker } = networkPeople;
      await owner.query(
        `insert into network_request (id, region, team_id, function, situation, municipality_code, asked_by, asked_at, due_at)
         select $1, 'flevoland', $2, $3, $4, $5, $6, at, at + interval '48 hours' from (select hub_now() - make_interval(hours => $7) as at) a`,
        [
          ...[id, teamOf(n), question.function, question.situation, question.municipalityCode],
          ...[`${asker.organisationId}/${asker.subject}`, hoursAgo],
        ],
      );
      return id;
    },

    /** How many open questions lie before each team. */
    async loads(): Promise<number[]> {
      const rows = await owner.query<{ load: number }[]>(
        `select (select count(*)::integer from network_request r where r.team_id = t.id and r.state <> 'ANSWERED') as load from team t order by t.sort_name, t.id`,
      );
      return rows.map(({ load }) => load);
    },

    async begin(): Promise<void> {
      await owner.query(
        'truncate network_request, outbox, outbox_trouble, audit_event, audit_seal, audit_pending, idempotency_key',
      );
    },

    async close(): Promise<void> {
      for (const one of [background, db, owner]) await one.destroy();
      await database.drop();
    },
  };
}

export type NetworkDesk = Awaited<ReturnType<typeof openNetworkDesk>>;

async function writeTeams(owner: DataSource, teams: number): Promise<void> {
  const numbers = Array.from({ length: teams }, (_, index) => index + 1);
  await plant(owner, {
    organisations: numbers.map((n) => organisationRow(n)),
    professionals: numbers.map((n) => professionalRow(100 + n, n)),
    teams: numbers.map((n) => teamRow(50 + n, n, { kind: 'RET' })),
    memberships: numbers.map((n) => membershipRow(50 + n, 100 + n)),
  });
}
