import type { EntityManager } from 'typeorm';
import { accessLog } from '../../../platform/audit/access-log.js';

/** Reads the audit of one family that offers a place, and who may read it. */
export function familyAccessReadModel(db: EntityManager) {
  return {
    ...accessLog(db, { objectType: 'FamilyOffer' }),

    /** Whether an offer is of an organisation, also one that is not given any more. No look at the offer. */
    async isOf(offerId: string, organisationId: string): Promise<boolean> {
      const rows: unknown[] = await db.query('select from offer where id = $1 and organisation_id = $2', [
        offerId,
        organisationId,
      ]);
      return rows.length > 0;
    },
  };
}
