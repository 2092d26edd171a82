import type { AuditTrail } from '../../../../platform/audit/audit-trail.js';
import type { CaseRow } from '../case.entity.js';

/** Notes cases that were given, apart those that somebody had opened in an emergency. */
export function noteCases(audit: AuditTrail, rows: readonly Pick<CaseRow, 'id' | 'glass'>[]): void {
  for (const { id, glass } of rows) audit.read('Case', [id], glass ? { isBreakGlass: true } : undefined);
}
