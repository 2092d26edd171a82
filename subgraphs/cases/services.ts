import type { EntityManager } from '../../platform/database/database.js';
import { caseAccessReadModel } from './access-log/case-access.read-model.js';
import { caseReadModel } from './case/case.read-model.js';
import { consultationReadModel } from './consultation/consultation.read-model.js';
import { yearTableReadModel } from './year-table/year-table.read-model.js';
import { yearTableService } from './year-table/year-table.service.js';

/** Everything that cases can do, wired to one database handle: a pool or a transaction. */
export function casesServices(db: EntityManager) {
  return {
    accesses: caseAccessReadModel(db),
    cases: caseReadModel(db),
    consultations: consultationReadModel(db),
    yearTable: yearTableService(yearTableReadModel(db)),
  };
}

export type CasesServices = ReturnType<typeof casesServices>;
