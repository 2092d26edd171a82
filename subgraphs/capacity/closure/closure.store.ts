import type { EntityManager } from 'typeorm';
import { ClosureRow } from './closure.entity.js';

/** Reads stops on intake. */
export function closureStore(db: EntityManager) {
  return {
    /** The closure under which each offer is closed now, by offer id. */
    async findCurrentByOfferIds(offerIds: readonly string[]): Promise<Map<string, ClosureRow>> {
      const rows = await db
        .createQueryBuilder(ClosureRow, 'closure')
        .where('closure.offer_id = any(:offerIds)', { offerIds })
        .andWhere('closure.closed_at <= hub_now() and (closure.reopened_at is null or closure.reopened_at > hub_now())')
        .orderBy('closure.closed_at')
        .getMany();
      return new Map(rows.map((row) => [row.offerId, row]));
    },
  };
}
