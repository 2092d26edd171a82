import type { EntityManager } from 'typeorm';
import { databaseNow } from '../../../../platform/database/clock.js';
import { violatedConstraint } from '../../../../platform/database/transaction.js';
import { HubError } from '../../../../platform/errors/errors.js';
import type { LadderRung } from '../../../../vocabulary/ladder.js';
import type { EndReason, KinshipDecision, PlacementStatus } from '../placement.vocabulary.js';

export interface NewPlacement {
  readonly caseId: string;
  readonly referralId: string | null;
  readonly organisationId: string | null;
  readonly offerId: string | null;
  readonly holdId: string | null;
  readonly rung: LadderRung;
  readonly isSecondary: boolean;
  readonly allocatedAt: Date;
}

/** A placement that nobody else can change before this transaction ends. */
export interface LockedPlacement {
  readonly id: string;
  readonly version: number;
  readonly status: PlacementStatus;
  readonly allocatedAt: Date;
  readonly startedAt: Date | null;
  readonly pausedAt: Date | null;
  /** The clock of the database. */
  readonly now: Date;
}

/** What a step leaves behind. */
export interface PlacementChange {
  readonly status: PlacementStatus;
  readonly startedAt?: Date;
  /** Null takes it away. */
  readonly pausedAt?: Date | null;
  readonly endedAt?: Date;
  readonly endReason?: EndReason;
  readonly nextRung?: LadderRung | null;
}

/** Writes placements. Their events, the rung of the case and kinship terms follow from the rows (migration 23). */
export function placementStepsStore(db: EntityManager) {
  return {
    now: () => databaseNow(db),

    /** Throws PLACED_ALREADY when the hold has a placement. */
    async add(added: NewPlacement): Promise<string> {
      const { caseId, referralId, organisationId, offerId, holdId, rung, isSecondary, allocatedAt } = added;
      const rows = await db
        .query<{ id: string }[]>(
          `insert into placement (case_id, region, municipality_code, birth_year, referral_id, organisation_id, offer_id, hold_id, rung, is_secondary,
             allocated_at)
           select f.id, f.region, f.municipality_code, f.birth_year, $2, $3, $4, $5, $6, $7, $8 from case_file f where f.id = $1 returning id`,
          [caseId, referralId, organisationId, offerId, holdId, rung, isSecondary, allocatedAt],
        )
        .catch((error: unknown) => {
          throw violatedConstraint(error) === 'placement_hold_id_key' ? new HubError('PLACED_ALREADY') : error;
        });
      if (!rows[0]) throw new Error('a row that was added is there');
      return rows[0].id;
    },

    /** Locks a placement; null when the caller may not change it. */
    async lock(id: string): Promise<LockedPlacement | null> {
      const rows: LockedPlacement[] = await db.query(
        `select id, version, status, allocated_at as "allocatedAt", started_at as "startedAt", paused_at as "pausedAt", hub_now() as now
         from placement where id = $1 for no key update`,
        [id],
      );
      return rows[0] ?? null;
    },

    /** Takes a step of a placement that is locked; it has another version then. Throws MAIN_PLACEMENT_RUNS. */
    async change(
      id: string,
      { status, startedAt, pausedAt, endedAt, endReason, nextRung }: PlacementChange,
    ): Promise<void> {
      await db
        .query(
          `update placement set version = version + 1, status = $2, started_at = coalesce($3, started_at),
             paused_at = case when $4 then $5 else paused_at end, ended_at = coalesce($6, ended_at), end_reason = coalesce($7, end_reason),
             next_rung = coalesce($8, next_rung)
           where id = $1`,
          [id, status, startedAt, pausedAt !== undefined, pausedAt, endedAt, endReason, nextRung],
        )
        .catch((error: unknown) => {
          throw violatedConstraint(error) === 'placement_one_main' ? new HubError('MAIN_PLACEMENT_RUNS') : error;
        });
    },

    /** Writes down what was found of a kinship family, once; false when there is no term or it was decided. */
    async decide(id: string, decision: KinshipDecision, decidedOn: string): Promise<boolean> {
      const [decided] = await db.query<[unknown[], number]>(
        `update kinship_term set decision = $2, decided_on = $3 where placement_id = $1 and decision is null returning placement_id`,
        [id, decision, decidedOn],
      );
      return decided.length > 0;
    },
  };
}

export type PlacementStepsStore = ReturnType<typeof placementStepsStore>;
