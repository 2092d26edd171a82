import type { EntityManager } from 'typeorm';
import { mapBy } from '../../../platform/database/loaders.js';
import { hasRole, type Caller } from '../../../platform/identity/caller.js';
import type { PageRequest } from '../../../platform/paging/pages.js';
import { sightOf } from '../access/sight.rules.js';
import type { ExpertiseCode } from '../expertise/expertise.vocabulary.js';
import type { WayfinderSituation } from '../guides/guide.vocabulary.js';
import type { PartInRequest } from './network-request.rules.js';
import type {
  EscalationReason,
  HandOnReason,
  NetworkAnswer,
  NetworkFunction,
  NetworkRequestState,
} from './network-request.vocabulary.js';

/** A question to the network, as it stands at the moment of reading, and what the caller is to it. */
export interface NetworkRequestRow extends PartInRequest {
  readonly id: string;
  readonly version: number;
  readonly teamId: string;
  /** Of who asked; null where the token named none. */
  readonly askedById: string | null;
  readonly function: NetworkFunction;
  readonly situation: WayfinderSituation;
  readonly expertise: ExpertiseCode | null;
  readonly municipalityCode: string;
  readonly state: NetworkRequestState;
  readonly askedAt: Date;
  readonly dueAt: Date;
  readonly firstContactAt: Date | null;
  readonly isOverdue: boolean;
  readonly isBreached: boolean;
  readonly answer: NetworkAnswer | null;
  readonly timesHandedOn: number;
  readonly handOnReason: HandOnReason | null;
  readonly escalationReason: EscalationReason | null;
}

/** Which questions to list; what is null does not narrow. */
export interface NetworkRequestSelection {
  readonly states: readonly NetworkRequestState[] | null;
  readonly functions: readonly NetworkFunction[] | null;
  readonly overdue: boolean | null;
  readonly breached: boolean | null;
  /** Whether by who asks now. */
  readonly askedByMe: boolean | null;
}

const overdue = `(r.first_contact_at is null and r.state <> 'ANSWERED' and r.due_at < hub_now())`;
const breached = '(coalesce(r.first_contact_at, hub_now()) > r.due_at)';
/** The organisation in what `askerOf` writes. */
const askedById = `nullif(split_part(r.asked_by, '/', 1), '')`;
const columns = `r.id, r.version, r.team_id as "teamId", ${askedById} as "askedById", r.function, r.situation, r.expertise, r.municipality_code as "municipalityCode", r.state,
  r.asked_at as "askedAt", r.due_at as "dueAt", r.first_contact_at as "firstContactAt", ${overdue} as "isOverdue", ${breached} as "isBreached",
  r.answer, r.times_handed_on as "timesHandedOn", r.hand_on_reason as "handOnReason", r.escalation_reason as "escalationReason"`;
/** $1 is the region of a broker, $2 who asks, $3 a professional, $4 the organisation of a planner. */
const ownTeams = '(select carried_teams($3, $4))::uuid[]';
/** What the caller is to a question. */
export const partIn = `r.team_id = any(${ownTeams}) as "isCarrier", coalesce(r.region = $1, false) as "isBroker", r.asked_by = $2 as "isAsker"`;
const seen = `(r.region = $1 or r.asked_by = $2 or r.team_id = any(${ownTeams}) or r.handed_on_by = any(${ownTeams}))`;

/** Who asks, as a question keeps it. */
export function askerOf({ subject, organisationId }: Caller): string {
  return `${organisationId ?? ''}/${subject}`;
}

/** By what a caller sees questions: the values of $1 to $4. */
export function sightOfRequests(caller: Caller): readonly unknown[] {
  const isPlanner = hasRole(caller, 'provider-planner');
  return [
    sightOf(caller).region,
    askerOf(caller),
    hasRole(caller, 'ret-member') ? (caller.professionalId ?? null) : null,
    isPlanner ? sightOf(caller).providerId : null,
  ];
}

/** Reads the questions that a caller asked or may answer, and for a broker those of the region. */
export function networkRequestReadModel(db: EntityManager) {
  const find = (caller: Caller, condition: string, values: readonly unknown[]): Promise<NetworkRequestRow[]> =>
    db.query(`select ${columns}, ${partIn} from network_request r where ${seen} and ${condition}`, [
      ...sightOfRequests(caller),
      ...values,
    ]);

  return {
    async findByIds(caller: Caller, ids: readonly string[]): Promise<Map<string, NetworkRequestRow>> {
      return mapBy(await find(caller, 'r.id = any($5)', [ids]), ({ id }) => id);
    },

    /** One page, the newest first. */
    findPage(caller: Caller, selection: NetworkRequestSelection, page: PageRequest): Promise<NetworkRequestRow[]> {
      const { states, functions, overdue: isOverdue, breached: isBreached, askedByMe } = selection;
      return find(
        caller,
        `($5::text[] is null or r.state = any($5)) and ($6::text[] is null or r.function = any($6)) and ($7::boolean is null or ${overdue} = $7)
         and ($8::boolean is null or ${breached} = $8) and ($9::boolean is null or (r.asked_by = $2) = $9)
         and ($10::timestamptz is null or (r.asked_at, r.id) < ($10, $11::uuid)) order by r.asked_at desc, r.id desc limit $12`,
        [
          ...[states, functions, isOverdue, isBreached, askedByMe],
          ...[page.after?.[0] ?? null, page.after?.[1] ?? null, page.limit],
        ],
      );
    },
  };
}

export type NetworkRequestReadModel = ReturnType<typeof networkRequestReadModel>;

/** The sort values of a question in the list above. */
export function requestSortValues({ askedAt, id }: NetworkRequestRow): readonly string[] {
  return [askedAt.toISOString(), id];
}
