import type { Caller } from '../../platform/identity/caller.js';
import { batchLoader } from '../../platform/database/loaders.js';
import type { CasesServices } from './services.js';

/** What one request carries: who asks, what cases can do, and the batches in which rows are fetched. */
export interface CasesContext {
  readonly caller: Caller;
  readonly services: CasesServices;
  readonly loaders: CasesLoaders;
}

export type CasesLoaders = ReturnType<typeof createLoaders>;

export function createContext(caller: Caller, services: CasesServices): CasesContext {
  return { caller, services, loaders: createLoaders(caller, services) };
}

function createLoaders(caller: Caller, { cases, consultations }: CasesServices) {
  return {
    cases: batchLoader((ids: readonly string[]) => cases.findByIds(caller, ids)),
    consultations: batchLoader((ids: readonly string[]) => consultations.findByIds(caller, ids)),
  };
}
