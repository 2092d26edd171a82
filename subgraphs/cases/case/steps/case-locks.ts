import { HubError } from '../../../../platform/errors/errors.js';
import type { Caller } from '../../../../platform/identity/caller.js';
import { isUuid } from '../../../../platform/input/identifiers.js';
import type { CaseRow } from '../case.entity.js';
import type { CaseReadModel } from '../reading/case.read-model.js';
import type { CaseStepsStore, LockedCase } from './case-steps.store.js';

/** Which case is changed, as it was when it was read. */
export interface ReadCase {
  readonly caseId: string;
  readonly version: number;
}

/** Takes hold of a case, so that nobody else changes what was read. */
export function caseLocks(cases: CaseReadModel, steps: CaseStepsStore) {
  const take = async (caller: Caller, { caseId, version }: ReadCase): Promise<LockedCase> => {
    const locked = isUuid(caseId) ? await steps.lock(caller, caseId) : null;
    if (!locked) throw new HubError('NOT_FOUND');
    if (locked.version !== version) throw new HubError('VERSION_CONFLICT', { version: locked.version });
    return locked;
  };
  return {
    /** Throws NOT_FOUND or VERSION_CONFLICT. */
    take,
    /** A case that is worked on, as a whole. Throws CASE_CLOSED besides. */
    async takeOpen(caller: Caller, read: ReadCase): Promise<CaseRow> {
      if ((await take(caller, read)).status === 'CLOSED') throw new HubError('CASE_CLOSED');
      return cases.findOne(caller, read.caseId);
    },
  };
}

export type CaseLocks = ReturnType<typeof caseLocks>;
