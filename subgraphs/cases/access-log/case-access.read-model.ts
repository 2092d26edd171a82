import type { EntityManager } from 'typeorm';
import { accessLog } from '../../../platform/audit/access-log.js';

/** A case is also looked at through its consents and through what a provider is told of it. */
const ofCase = {
  objectType: 'Case',
  types: ['Case', 'CaseHandOver', 'Consent', 'Referral', 'BreakGlass'],
  objectsOf: '(select case_objects($1))',
} as const;

/** Reads the audit of one case, and who may read it. */
export function caseAccessReadModel(db: EntityManager) {
  return {
    ...accessLog(db, ofCase),

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
