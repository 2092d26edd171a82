import type { Caller } from '../../../../platform/identity/caller.js';
import { HubError } from '../../../../platform/errors/errors.js';
import { isUuid } from '../../../../platform/input/identifiers.js';
import { assertMayWork } from '../../access/work.rules.js';
import type { CaseReadModel } from '../reading/case.read-model.js';
import type { CaseChangesStore } from '../steps/case-changes.store.js';
import type { CaseLocks, ReadCase } from '../steps/case-locks.js';
import type { CaseStepsStore } from '../steps/case-steps.store.js';
import type { SiblingStore } from './sibling.store.js';

interface Parts {
  readonly cases: CaseReadModel;
  readonly locks: CaseLocks;
  readonly steps: CaseStepsStore;
  readonly changes: CaseChangesStore;
  readonly siblings: SiblingStore;
}

/** As many as one family may have; more is a mistake. */
const mostSiblings = 20;

/** Which cases are of children of one family, in the transaction of the request. */
export function siblingService({ cases, locks, steps, changes, siblings }: Parts) {
  /** Locks both, in the order of their ids, so that two who link the same two never wait for each other. */
  const take = async (caller: Caller, read: ReadCase, siblingId: string): Promise<void> => {
    if (!isUuid(siblingId) || siblingId === read.caseId)
      throw new HubError('BAD_USER_INPUT', { field: 'siblingId', expected: 'UUID, ≠ caseId' });
    if (siblingId < read.caseId && !(await steps.lock(caller, siblingId))) throw new HubError('NOT_FOUND');
    const file = await locks.takeOpen(caller, read);
    if (!(await steps.lock(caller, siblingId))) throw new HubError('NOT_FOUND');
    assertMayWork(caller, file);
    assertMayWork(caller, await cases.findOne(caller, siblingId));
  };
  const note = async (ids: readonly string[]): Promise<void> => {
    for (const caseId of ids)
      await changes.add({ caseId, version: await siblings.touch(caseId), kind: 'FACTS_CHANGED', fields: ['siblings'] });
  };

  return {
    /** Throws NOT_FOUND, VERSION_CONFLICT, CASE_CLOSED, CASE_RESTRICTED or BAD_USER_INPUT. Again, it does nothing. */
    async link(caller: Caller, read: ReadCase, siblingId: string): Promise<void> {
      await take(caller, read, siblingId);
      for (const id of [read.caseId, siblingId])
        if ((await siblings.count(id)) >= mostSiblings)
          throw new HubError('BAD_USER_INPUT', { field: 'siblingId', expected: `0–${mostSiblings}` });
      if (await siblings.link(read.caseId, siblingId)) await note([read.caseId, siblingId]);
    },

    /** Throws NOT_FOUND, VERSION_CONFLICT, CASE_CLOSED or CASE_RESTRICTED. Where there is no link, it does nothing. */
    async unlink(caller: Caller, read: ReadCase, siblingId: string): Promise<void> {
      await take(caller, read, siblingId);
      if (await siblings.unlink(read.caseId, siblingId)) await note([read.caseId, siblingId]);
    },
  };
}
