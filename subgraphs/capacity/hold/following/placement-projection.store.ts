import type { EntityManager } from 'typeorm';
import { holdFacts, type LockedHold } from '../steps/hold-steps.store.js';

/** A placement as cases told of it, with which its hold is not yet in line. */
export interface ToldPlacement {
  readonly holdId: string;
  readonly status: 'ALLOCATED' | 'STARTED' | 'PAUSED' | 'ENDED' | 'CANCELLED';
  readonly version: string;
}

/** What cases told of placements that came of holds. */
export function placementProjectionStore(db: EntityManager) {
  return {
    /** Some of those with which their holds are not yet in line, in the order in which they were told. */
    findUnfollowed(limit: number): Promise<ToldPlacement[]> {
      return db.query(
        `select hold_id as "holdId", status, version from placement_projection where followed < version order by version limit $1`,
        [limit],
      );
    },

    /** Locks the offer of a hold; null when there is no such hold. */
    async lockHold(holdId: string): Promise<LockedHold | null> {
      const rows: LockedHold[] = await db.query(
        `select ${holdFacts} from hold h join offer o on o.id = h.offer_id where h.id = $1 for no key update of o`,
        [holdId],
      );
      return rows[0] ?? null;
    },

    /** A hold that the provider said yes to lasts at least so many hours from now; false when it does not stand there, or lasts that long. */
    async prolong(holdId: string, hours: number): Promise<boolean> {
      const [rows] = await db.query<[unknown[], number]>(
        `with clock as materialized (select hub_now() as at)
         update hold h set expires_at = clock.at + $2 * interval '1 hour' from clock
         where h.id = $1 and hold_state(h, clock.at) = 'ACTIVE' and h.expires_at < clock.at + $2 * interval '1 hour' returning h.id`,
        [holdId, hours],
      );
      return rows.length > 0;
    },

    async markFollowed({ holdId, version }: ToldPlacement): Promise<void> {
      await db.query('update placement_projection set followed = $2 where hold_id = $1 and followed < $2', [
        holdId,
        version,
      ]);
    },
  };
}
