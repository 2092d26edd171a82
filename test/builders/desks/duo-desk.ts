import { randomUUID } from 'node:crypto';
import type { DataSource } from '../../../platform/database/database.js';
import type { Caller } from '../../../platform/identity/caller.js';
import { openPeople } from '../../../subgraphs/people/server.js';
import { openPeopleDatabase, plant } from '../../../subgraphs/people/testing/people-database.js';
import {
  expertiseRow,
  idOf,
  membershipRow,
  organisationRow,
  professionalRow,
  teamRow,
} from '../../../subgraphs/people/testing/rows.js';
import { cloneDatabase } from '../../database.js';
import { askSubgraph } from '../ask-subgraph.js';
import { callerAs } from '../callers.js';

/** A deployment as a step answers it. */
export interface AnsweredDeployment {
  readonly id: string;
  readonly version: number;
  readonly status: string;
  readonly fromOn: string;
  readonly toOn: string;
  readonly endedOn: string | null;
  readonly members: readonly { professional: { id: string } | null; fromOn: string; toOn: string }[];
  readonly actions: readonly { kind: string; doneOn: string; hours: number }[];
}

export interface DuoStep {
  readonly deployment: AnsweredDeployment | null;
  readonly isReplay: boolean | undefined;
  readonly codes: readonly unknown[];
}

export const duoPeople = {
  broker: callerAs('care-broker'),
  brokerElsewhere: { ...callerAs('care-broker'), region: 'region-2' },
  owner: callerAs('case-owner', idOf(901)),
  otherOwner: callerAs('case-owner', idOf(902)),
  planner: callerAs('provider-planner', idOf(1)),
  otherPlanner: callerAs('provider-planner', idOf(9)),
} as const satisfies Record<string, Caller>;

/** Cases 1 and 2 of the region, 3 of another, 4 closed. */
const cases = [
  [1, idOf(901), 'flevoland', 'OPEN'],
  [2, null, 'flevoland', 'OPEN'],
  [3, null, 'region-2', 'OPEN'],
  [4, null, 'flevoland', 'CLOSED'],
] as const;

const inTeam = [11, 12, 21, 22, 31];
const shown = `deployment { id version status fromOn toOn endedOn members { professional { id } fromOn toOn } actions { kind doneOn hours } } isReplay`;

/** The database of people with a team of five, of three organisations, with eight hours in the evening and four at the weekend each. */
export async function openDuoDesk(poolSize = 2) {
  const database = await cloneDatabase('empty');
  const owner = await openPeopleDatabase(database.url('owner'));
  const statements: string[] = [];
  const db = await openPeopleDatabase(database.url('people'), (sql) => statements.push(sql), poolSize);
  const people = await openPeople(db);
  await writeTeam(owner);

  const ask = (caller: Caller, source: string, variables: Record<string, unknown> = {}) =>
    askSubgraph(people, caller, source, variables);
  return {
    ...{ database, owner, db, statements, ask },
    /** One mutation with its input, under a key of its own unless one is given. */
    async step(caller: Caller, name: string, input: Record<string, unknown>): Promise<DuoStep> {
      const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
      const { data, errors } = await ask(
        caller,
        `mutation ($input: ${type}!) { ${name}(input: $input) { ${shown} } }`,
        {
          input: { idempotencyKey: randomUUID(), ...input },
        },
      );
      const answer = data?.[name] as { deployment: AnsweredDeployment; isReplay: boolean } | null | undefined;
      return {
        deployment: answer?.deployment ?? null,
        isReplay: answer?.isReplay,
        codes: errors.map(({ code }) => code),
      };
    },
    async begin(): Promise<void> {
      await owner.query(
        'truncate deployment, deployment_case, deployment_hours, deployment_action, absence, audit_event, audit_seal, audit_pending, idempotency_key',
      );
    },
    async close(): Promise<void> {
      await db.destroy();
      await owner.destroy();
      await database.drop();
    },
  };
}

export type DuoDesk = Awaited<ReturnType<typeof openDuoDesk>>;

async function writeTeam(owner: DataSource): Promise<void> {
  await plant(owner, {
    organisations: [1, 2, 3, 9].map((n) => organisationRow(n)),
    professionals: [
      professionalRow(11, 1, { jobTitle: 'gezinsbegeleider' }),
      professionalRow(12, 1, { jobTitle: 'systeemtherapeut' }),
      professionalRow(21, 2, { jobTitle: 'gezinsbegeleider' }),
      professionalRow(22, 2, { jobTitle: 'psychiater', languages: ['nl', 'ti'] }),
      professionalRow(31, 3, { jobTitle: 'systeemtherapeut', isVisible: false }),
      professionalRow(91, 9),
    ],
    expertise: [expertiseRow(22, 'CHILD_PSYCHIATRY'), expertiseRow(12, 'AUTISM')],
    teams: [teamRow(51, null, { kind: 'AMBULATORY_DUO' }), teamRow(52, 9)],
    memberships: [...inTeam.map((n) => membershipRow(51, n)), membershipRow(52, 91)],
  });
  for (const [n, ownerId, region, status] of cases)
    await owner.query('insert into case_projection values ($1, $2, $3, $4, false, 1)', [
      idOf(n),
      ownerId,
      region,
      status,
    ]);
  for (const n of [...inTeam, 91])
    await owner.query(
      `insert into availability_window (professional_id, time_window, hours_per_week, from_on) values ($1, 'EVENING', 8, '2020-01-01'), ($1, 'WEEKEND', 4, '2020-01-01')`,
      [idOf(n)],
    );
}
