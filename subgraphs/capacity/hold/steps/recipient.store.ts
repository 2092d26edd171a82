import type { EntityManager } from 'typeorm';
import { mapBy } from '../../../../platform/database/loaders.js';
import { regionNow } from '../../access/visibility.sql.js';

/** Who is to hear of a hold besides its provider. */
export interface Recipient {
  readonly holdId: string;
  /** The region that its case is in now. */
  readonly region: string | null;
  readonly placedBy: string | null;
}

export function recipientStore(db: EntityManager) {
  return {
    async findByHoldIds(holdIds: readonly string[]): Promise<Map<string, Recipient>> {
      const rows: Recipient[] = await db.query(
        `select k.hold_id as "holdId", ${regionNow('k')} as region, k.placed_by as "placedBy" from hold_case k
         where k.hold_id = any($1::uuid[])`,
        [holdIds],
      );
      return mapBy(rows, ({ holdId }) => holdId);
    },
  };
}
