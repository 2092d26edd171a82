import type { EntityManager } from 'typeorm';
import { accessLog } from '../../../platform/audit/access-log.js';

/** Reads the audit of one professional, and who may read it. */
export function professionalAccessReadModel(db: EntityManager) {
  return {
    ...accessLog(db, { objectType: 'Professional' }),

    /** Whether a professional works for an organisation. No look at the professional. */
    async isOf(professionalId: string, organisationId: string): Promise<boolean> {
      const rows: unknown[] = await db.query(
        'select 1 from professional where id = $1 and organisation_id = $2 and (left_on is null or left_on > today())',
        [professionalId, organisationId],
      );
      return rows.length > 0;
    },
  };
}
