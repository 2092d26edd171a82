import type { EntityManager } from 'typeorm';
import type { DischargeBlockReason } from './discharge.vocabulary.js';

/** What was last written down of why a placement is not left. */
export interface LastBlock {
  readonly id: string;
  readonly reason: DischargeBlockReason;
  readonly sinceOn: string;
  /** Null while it stands. */
  readonly liftedOn: string | null;
}

/** Keeps why children do not leave placements that they could leave. One reason stands at a time. */
export function dischargeStore(db: EntityManager) {
  return {
    async findLast(placementId: string): Promise<LastBlock | null> {
      const rows: LastBlock[] = await db.query(
        `select id, reason, since_on::text as "sinceOn", lifted_on::text as "liftedOn" from discharge_block where placement_id = $1
         order by lifted_on desc nulls first, recorded_at desc limit 1`,
        [placementId],
      );
      return rows[0] ?? null;
    },

    async add(placementId: string, reason: DischargeBlockReason, sinceOn: string): Promise<void> {
      await db.query('insert into discharge_block (placement_id, reason, since_on) values ($1, $2, $3)', [
        placementId,
        reason,
        sinceOn,
      ]);
    },

    async lift(id: string, liftedOn: string): Promise<void> {
      await db.query('update discharge_block set lifted_on = $2, lifted_at = hub_now() where id = $1', [id, liftedOn]);
    },
  };
}

export type DischargeStore = ReturnType<typeof dischargeStore>;
