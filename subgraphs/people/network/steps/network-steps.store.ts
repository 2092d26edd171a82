import type { EntityManager } from 'typeorm';
import type { Caller } from '../../../../platform/identity/caller.js';
import type { TeamKind } from '../../team/team.vocabulary.js';
import { askerOf, partIn, sightOfRequests, type NetworkRequestRow } from '../network-request.read-model.js';
import type { PartInRequest } from '../network-request.rules.js';
import type {
  EscalationReason,
  HandOnReason,
  NetworkAnswer,
  NetworkRequestState,
} from '../network-request.vocabulary.js';

/** What a team is sought for. */
export interface SoughtTeam {
  readonly kinds: readonly TeamKind[];
  readonly municipalityCode: string;
  readonly regionCodes: readonly string[];
  readonly expertise: string | null;
  /** The team that hands on, which is not asked again. */
  readonly besides: string | null;
  /** The only team that is meant; null for any. */
  readonly chosen: string | null;
}

type Kept = Pick<NetworkRequestRow, 'version' | 'state' | 'teamId' | 'function' | 'municipalityCode' | 'expertise'>;

/** A question that nobody else changes before this transaction ends, and what the caller is to it. */
export type LockedRequest = Kept & PartInRequest;

export type NewRequest = Pick<
  NetworkRequestRow,
  'teamId' | 'function' | 'situation' | 'expertise' | 'municipalityCode'
>;

/** Writes what is asked of the network, and what becomes of it. */
export function networkStepsStore(db: EntityManager) {
  return {
    /** Who can answer best: at home in it, near, and with the fewest open questions; null where nobody can. */
    async route(sought: SoughtTeam): Promise<string | null> {
      const { kinds, municipalityCode, regionCodes, expertise, besides, chosen } = sought;
      const rows: { id: string | null }[] = await db.query('select route_request($1, $2, $3, $4, $5, $6) as id', [
        ...[kinds, municipalityCode, regionCodes, expertise, besides, chosen],
      ]);
      return rows[0]?.id ?? null;
    },

    /** The name of the team that took over from one that ended; null where nobody did, or it has not ended. */
    async successorOf(teamId: string): Promise<string | null> {
      const named = 'select name from team where id = (select successor_today($1))';
      const rows: { name: string }[] = await db.query(named, [teamId]);
      return rows[0]?.name ?? null;
    },

    async add(caller: Caller, region: string, added: NewRequest): Promise<string> {
      const rows: { id: string }[] = await db.query(
        `insert into network_request (region, team_id, function, situation, expertise, municipality_code, asked_by)
         values ($1, $2, $3, $4, $5, $6, $7) returning id`,
        [
          ...[region, added.teamId, added.function, added.situation, added.expertise, added.municipalityCode],
          askerOf(caller),
        ],
      );
      return rows[0]?.id ?? '';
    },

    /** The question for who asked it, carries it or is a broker of its region; null for others. */
    async lock(caller: Caller, id: string): Promise<LockedRequest | null> {
      const rows: LockedRequest[] = await db.query(
        `select * from (
           select r.version, r.state, r.team_id as "teamId", r.function, r.municipality_code as "municipalityCode", r.expertise,
             ${partIn}
           from network_request r where r.id = $5 for no key update of r) known
         where "isCarrier" or "isBroker" or "isAsker"`,
        [...sightOfRequests(caller), id],
      );
      return rows[0] ?? null;
    },

    async answer(id: string, state: NetworkRequestState, answer: NetworkAnswer): Promise<void> {
      await db.query(
        `update network_request set version = version + 1, state = $2, answer = $3, first_contact_at = coalesce(first_contact_at, hub_now()),
           answered_at = case when $2 = 'ANSWERED' then hub_now() end where id = $1`,
        [id, state, answer],
      );
    },

    /** The promise stays: another team has no more time than the first. */
    async handOn(id: string, state: NetworkRequestState, teamId: string, reason: HandOnReason): Promise<void> {
      await db.query(
        `update network_request set version = version + 1, state = $2, handed_on_by = team_id, team_id = $3, hand_on_reason = $4,
           times_handed_on = times_handed_on + 1 where id = $1`,
        [id, state, teamId, reason],
      );
    },

    async escalate(id: string, state: NetworkRequestState, reason: EscalationReason): Promise<void> {
      await db.query(
        `update network_request set version = version + 1, state = $2, escalation_reason = $3, escalated_at = coalesce(escalated_at, hub_now())
         where id = $1`,
        [id, state, reason],
      );
    },
  };
}

export type NetworkStepsStore = ReturnType<typeof networkStepsStore>;
