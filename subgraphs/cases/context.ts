import { audited, type AuditTrail } from '../../platform/audit/audit-trail.js';
import type { Caller } from '../../platform/identity/caller.js';
import { batchLoader } from '../../platform/database/loaders.js';
import type { CasesServices } from './services.js';

/** What one request carries: who asks, what cases can do, and the batches in which rows are fetched. */
export interface CasesContext {
  readonly caller: Caller;
  readonly services: CasesServices;
  readonly loaders: CasesLoaders;
  /** Where every access to a case or consultation is noted. */
  readonly audit: AuditTrail;
}

export type CasesLoaders = ReturnType<typeof createLoaders>;

export function createContext(caller: Caller, services: CasesServices, audit: AuditTrail): CasesContext {
  return { caller, services, audit, loaders: createLoaders(caller, services, audit) };
}

function createLoaders(caller: Caller, { cases, consultations }: CasesServices, audit: AuditTrail) {
  return {
    cases: batchLoader(audited(audit, 'Case', (ids) => cases.findByIds(caller, ids))),
    consultations: batchLoader(audited(audit, 'Consultation', (ids) => consultations.findByIds(caller, ids))),
  };
}
