import type { EntityManager } from 'typeorm';
import type { Caller } from '../../../../platform/identity/caller.js';
import { groupBy, mapBy } from '../../../../platform/database/loaders.js';
import type { PageRequest } from '../../../../platform/paging/pages.js';
import type { LadderRung } from '../../../../vocabulary/ladder.js';
import { sightOf } from '../../access/visibility.rules.js';
import type { DischargeBlockRow } from '../discharge/discharge-block.type.js';
import type { EndReason, KinshipDecision, PlacementStatus } from '../placement.vocabulary.js';

/** Until when a kinship family must be judged, and what came of it; all null for any other placement. */
export interface KinshipTermRow {
  readonly contractOn: string | null;
  readonly dueOn: string | null;
  readonly decision: KinshipDecision | null;
  readonly decidedOn: string | null;
}

export interface PlacementRow extends KinshipTermRow, DischargeBlockRow {
  readonly id: string;
  readonly caseId: string;
  readonly referralId: string | null;
  readonly organisationId: string | null;
  readonly offerId: string | null;
  readonly holdId: string | null;
  readonly rung: LadderRung;
  readonly previousRung: LadderRung | null;
  readonly nextRung: LadderRung | null;
  readonly isSecondary: boolean;
  readonly status: PlacementStatus;
  readonly allocatedAt: Date;
  readonly startedAt: Date | null;
  readonly pausedAt: Date | null;
  readonly endedAt: Date | null;
  readonly endReason: EndReason | null;
  readonly version: number;
}

/** How many placements of one case are told at most. */
const mostOfCase = 50;

const found = `select p.id, p.case_id as "caseId", p.referral_id as "referralId", p.organisation_id as "organisationId", p.offer_id as "offerId", p.hold_id as "holdId", p.rung,
    p.previous_rung as "previousRung", p.next_rung as "nextRung", p.is_secondary as "isSecondary", p.status, p.allocated_at as "allocatedAt",
    p.started_at as "startedAt", p.paused_at as "pausedAt", p.ended_at as "endedAt", p.end_reason as "endReason", p.version,
    k.contract_on::text as "contractOn", k.due_on::text as "dueOn", k.decision, k.decided_on::text as "decidedOn",
    b.reason as "blockReason", b.since_on::text as "blockedSinceOn"
  from placement p join case_file f on f.id = p.case_id left join kinship_term k on k.placement_id = p.id
    left join discharge_block b on b.placement_id = p.id and b.lifted_on is null and p.status in ('STARTED','PAUSED')
  where (f.region = $1 or f.owner_organisation_id = $2)`;

const today = `(hub_now() at time zone 'Europe/Amsterdam')::date`;

/** Days in the Netherlands, both inclusive. */
export interface Period {
  readonly fromOn: string;
  readonly toOn: string;
}

/** What is no youth help, but help of the family itself. */
const notYouthHelp = `'OWN_HOME','COMMUNITY_SUPPORT','MENTOR_JIM'`;
const dutchDayOf = (moment: string): string => `(${moment} at time zone 'Europe/Amsterdam')::date`;

/** Reads the placements of the caller's cases. */
export function placementReadModel(db: EntityManager) {
  const read = (caller: Caller, rest: string, values: readonly unknown[]): Promise<PlacementRow[]> => {
    const { region, organisationId } = sightOf(caller);
    return db.query(`${found} and ${rest}`, [region, organisationId, ...values]);
  };

  return {
    async findByIds(caller: Caller, ids: readonly string[]): Promise<Map<string, PlacementRow>> {
      return mapBy(await read(caller, 'p.id = any($3)', [ids]), ({ id }) => id);
    },

    /** The newest placements of each case, newest first. */
    async findByCaseIds(caller: Caller, caseIds: readonly string[]): Promise<Map<string, PlacementRow[]>> {
      const newest = `select n.id from placement n where n.case_id = p.case_id order by n.allocated_at desc, n.id desc limit ${mostOfCase}`;
      const rows = await read(
        caller,
        `p.case_id = any($3) and p.id in (${newest}) order by p.allocated_at desc, p.id desc`,
        [caseIds],
      );
      return groupBy(rows, ({ caseId }) => caseId);
    },

    /** One page of the kinship placements that run and whose family is not yet judged, the shortest term first. */
    findTermsDue: (caller: Caller, withinDays: number | null, { after, limit }: PageRequest): Promise<PlacementRow[]> =>
      read(
        caller,
        `k.decision is null and k.due_on is not null and p.status in ('STARTED','PAUSED') and ($3::integer is null or k.due_on <= ${today} + $3)
         and ($4::text is null or (k.due_on, p.id) > (left($4, 10)::date, $5::uuid)) order by k.due_on, p.id limit $6`,
        [withinDays, after?.[0] ?? null, after?.[1] ?? null, limit],
      ),

    /**
     * One page of the youth help of the organisation's own cases that providers gave on any day of a period, with what the same providers gave
     * the same child before: the first to start first.
     */
    findGiven: (caller: Caller, { fromOn, toOn }: Period, { after, limit }: PageRequest): Promise<PlacementRow[]> =>
      read(
        caller,
        `f.owner_organisation_id = $2 and p.organisation_id is not null and p.rung not in (${notYouthHelp})
         and ${dutchDayOf('p.started_at')} <= $4 and exists (select from placement g where g.case_id = p.case_id and g.organisation_id = p.organisation_id
           and ${dutchDayOf('g.started_at')} <= $4 and (g.ended_at is null or ${dutchDayOf('g.ended_at')} >= $3))
         and ($5::timestamptz is null or (p.started_at, p.id) > ($5, $6::uuid)) order by p.started_at, p.id limit $7`,
        [fromOn, toOn, after?.[0] ?? null, after?.[1] ?? null, limit],
      ),
  };
}

export type PlacementReadModel = ReturnType<typeof placementReadModel>;

/** The sort values of a placement in the list of terms. */
export function termSortValues({ dueOn, id }: PlacementRow): readonly string[] {
  return [`${dueOn ?? ''}T00:00:00.000Z`, id];
}
