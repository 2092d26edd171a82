import type { EntityManager } from 'typeorm';
import { accessLog } from '../../../platform/audit/access-log.js';

/** Reads the audit of one case, and who may read it. */
export function caseAccessReadModel(db: EntityManager) {
  return {
    ...accessLog(db, 'Case'),

    /** The organisation that brought a case; null without one, or for a case that is not the caller's to see. No look at the case itself. */
    async findOwner(caseId: string): Promise<string | null> {
      const rows: { owner: string | null }[] = await db.query(
        'select owner_organisation_id as owner from case_file where id = $1',
        [caseId],
      );
      return rows[0]?.owner ?? null;
    },
  };
}
