import { auditTrail, type AuditSource } from '../../../platform/audit/audit-trail.js';
import type { DataSource } from '../../../platform/database/database.js';
import { inTransaction } from '../../../platform/database/transaction.js';
import { onceOnly } from '../../../platform/idempotency/idempotency.js';
import type { Caller } from '../../../platform/identity/caller.js';
import { fileRoad } from '../../../platform/import/taking/file-road.js';
import type { Intake } from '../../../platform/import/taking/take-file.js';
import type { Road } from '../../../platform/subgraph/roads/road.js';
import { ownPeople } from '../policy.js';
import { peopleServices } from '../services.js';
import type { ImportRow } from './columns/row.rules.js';
import type { ImportedProfessional } from './import.service.js';
import { professionalFile, professionalReport } from './professional-file.js';
import { uniqueRows } from './unique-rows.js';

/** The database that a file is taken into, and who writes down what was changed. */
interface ImportBase {
  readonly db: DataSource;
  readonly source: AuditSource;
}

/** Hundreds of rows take longer than a question, and wait behind another publication of the same organisation. */
const terms = { statementTimeoutMs: 4_000, lockTimeoutMs: 3_000 };

/** Professionals from a file, for the organisation whose they are. */
export function importRoad(base: ImportBase): Road {
  return fileRoad({
    roles: ownPeople,
    scope: 'registers/people/professionals:publish',
    kind: professionalFile,
    report: professionalReport,
    intakeOf: (caller, signal) => Promise.resolve(intakeOf(base, caller, signal)),
    watch: () => ({ watch: () => undefined, notices: () => [] }),
  });
}

/** Each transaction writes down whom it changed. */
function intakeOf(
  { db, source }: ImportBase,
  caller: Caller,
  signal: AbortSignal,
): Intake<ImportRow, ImportedProfessional> {
  return {
    bounded: uniqueRows,
    once: (request, { isRehearsal }, doing) =>
      inTransaction(db, { ...terms, caller, isRehearsal }, async (tx) => {
        const trail = auditTrail(source, caller);
        const take = async (rows: readonly ImportRow[]): Promise<ImportedProfessional[]> => {
          const taken = await peopleServices(tx).imports.take(caller, rows, signal);
          const ids = taken.flatMap(({ professionalId }) => professionalId ?? []);
          if (ids.length > 0) trail.note({ action: 'U', objectType: 'Professional', ids, isGranted: true });
          return taken;
        };
        const answer = await onceOnly(tx, caller, request, () => doing(take));
        await trail.write(tx);
        return answer;
      }),
  };
}
