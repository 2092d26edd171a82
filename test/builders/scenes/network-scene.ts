import { randomUUID } from 'node:crypto';
import { committedDocument } from '../../../gateway/registered/registered-operations.js';
import { withClient } from '../../../infra/database/client.js';
import type { Actor } from '../../actors.js';
import type { TestHub } from '../../hub.js';
import { soon } from '../soon.js';

/** A question as the registered operations tell of it. */
export interface Asked {
  readonly id: string;
  readonly version: number;
  readonly state: string;
  readonly askedAt: string;
  readonly dueAt: string;
  readonly isOverdue: boolean;
  readonly isBreached: boolean;
  readonly firstContactAt: string | null;
  readonly answer: string | null;
  readonly timesHandedOn: number;
  readonly handOnReason: string | null;
  readonly team: { id: string; name: string; kind: string } | null;
  /** Told in the list and of one question. */
  readonly askedBy?: {
    id: string;
    name: string;
    contact: { phone: string | null; email: string | null } | null;
  } | null;
}

interface Taken {
  readonly networkRequest: Asked | null;
  readonly isReplay: boolean;
}

/** The four steps of a question, each by the file of its operation. */
const operations = {
  ask: ['ask-network', 'askNetwork'],
  answer: ['answer-request', 'answerRequest'],
  handOn: ['hand-on-request', 'handOnRequest'],
  escalate: ['escalate-request', 'escalateRequest'],
} as const;

export const networkActors = {
  elsewhere: { role: 'care-broker', region: 'region-2' },
  owner: { role: 'case-owner', subject: 'who-asks' },
  stranger: { role: 'case-owner', subject: 'somebody-else' },
} as const satisfies Record<string, Actor>;

const question = { function: 'CONSULT_ADVICE', situation: 'STUCK', municipalityCode: '0995' };

/** Asks the network over a hub, takes the steps of a question, and looks at it. */
export function openNetworkScene(hub: TestHub) {
  const onDatabase = <R extends object>(sql: string, values: unknown[]): Promise<R[]> =>
    withClient(hub.database.url('owner'), async (client) => (await client.query<R>(sql, values)).rows);

  async function step(name: keyof typeof operations, input: object, actor: Actor) {
    const [file, field] = operations[name];
    const { data, errors } = await hub.query<Record<string, Taken | null> | null>(
      committedDocument(file),
      { input: { idempotencyKey: randomUUID(), ...input } },
      actor,
    );
    const taken = data?.[field] ?? null;
    return {
      request: taken?.networkRequest ?? null,
      isReplay: taken?.isReplay,
      codes: errors.map(({ extensions }) => extensions?.['code']),
      messages: errors.map(({ message }) => message),
    };
  }

  const ask = (input: object = {}, actor: Actor = networkActors.owner) => step('ask', { ...question, ...input }, actor);

  return {
    ...{ onDatabase, step, ask },

    /** A question that was asked, with what a step of it names. */
    async asked(input: object = {}, actor?: Actor) {
      const { request, codes } = await ask(input, actor);
      if (!request?.team) throw new Error(`not asked: ${codes.join()}`);
      return { read: { requestId: request.id, version: request.version }, request, team: request.team };
    },

    async list(actor: Actor, filter: object = {}): Promise<Asked[]> {
      const { data } = await hub.query<{ networkRequests: { edges: { node: Asked }[] } | null } | null>(
        committedDocument('network-requests-asked'),
        { filter, first: 50 },
        actor,
      );
      return (data?.networkRequests?.edges ?? []).map(({ node }) => node);
    },

    /** One question by its identifier, and why it is not told. */
    async one(id: string, actor: Actor): Promise<{ request: Asked | null; codes: unknown[] }> {
      const { data, errors } = await hub.query<{ networkRequest: Asked | null } | null>(
        committedDocument('network-request-asked'),
        { id },
        actor,
      );
      return { request: data?.networkRequest ?? null, codes: errors.map(({ extensions }) => extensions?.['code']) };
    },

    ...noticesOver(hub),

    /** A planner of an organisation that takes part in a team, by its key; of one that takes no part in another, where that is said. */
    async plannerOf(teamId: string, besides: string | null = null): Promise<Actor> {
      const rows = await onDatabase<{ key: string }>(
        `select o.key from people.team_participation p join people.organisation o on o.id = p.organisation_id where p.team_id = $1
           and o.kind in ('CARE_PROVIDER', 'FOSTER_CARE_PROVIDER')
           and not exists (select from people.team_participation b where b.team_id = $2 and b.organisation_id = o.id) order by o.key limit 1`,
        [teamId, besides],
      );
      return { role: 'provider-planner', organisation: rows[0]?.key ?? 'nobody' };
    },

    /** A professional who is in a team today. */
    async memberOf(teamId: string): Promise<Actor> {
      const rows = await onDatabase<{ id: string }>(
        `select professional_id as id from people.team_membership where team_id = $1 and to_on is null and people.is_present(professional_id) limit 1`,
        [teamId],
      );
      return { role: 'ret-member', professional: rows[0]?.id ?? 'nobody', subject: 'a-member' };
    },
  };
}

export type NetworkScene = ReturnType<typeof openNetworkScene>;

function noticesOver(hub: TestHub) {
  /** What somebody is told of a question, the newest first. */
  async function noticesOf(requestId: string, actor: Actor): Promise<string[]> {
    type Told = { notices: { edges: { node: { kind: string; networkRequestId: string | null } }[] } };
    const { data } = await hub.query<Told>(committedDocument('network-notices'), { first: 50 }, actor);
    const nodes = data.notices.edges.map(({ node }) => node);
    return nodes.filter(({ networkRequestId }) => networkRequestId === requestId).map(({ kind }) => kind);
  }
  return {
    noticesOf,
    /** The same, as soon as the newest is of a kind. */
    told: (requestId: string, actor: Actor, kind: string): Promise<string[]> =>
      soon(async () => {
        const kinds = await noticesOf(requestId, actor);
        return kinds[0] === kind ? kinds : undefined;
      }),
  };
}
