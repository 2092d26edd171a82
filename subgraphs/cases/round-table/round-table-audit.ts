import type { AuditTrail } from '../../../platform/audit/audit-trail.js';
import type { RoundTableRow } from './round-table.read-model.js';

/** Notes round tables that were given, and the cases that they are about: who asks who looked at a case hears of it. */
export function noteTables(audit: AuditTrail, rows: readonly RoundTableRow[]): void {
  audit.read(
    'RoundTable',
    rows.map(({ id }) => id),
  );
  audit.read(
    'Case',
    rows.flatMap(({ caseId }) => caseId ?? []),
  );
}
