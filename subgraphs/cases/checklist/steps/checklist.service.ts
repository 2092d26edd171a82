import type { Caller } from '../../../../platform/identity/caller.js';
import { HubError } from '../../../../platform/errors/errors.js';
import { assertMayStep } from '../../../../platform/policy/lifecycle.js';
import type { LadderRung } from '../../../../vocabulary/ladder.js';
import { assertMayBegin } from '../../access/work.rules.js';
import type { CaseReadModel } from '../../case/reading/case.read-model.js';
import { checklistLifecycle, gapsFor, isResidential, weighed } from '../checklist.rules.js';
import type { ChecklistAnswer, ChecklistStore } from '../checklist.store.js';

/** Which checklist is changed, as it was when it was read; 0 where nobody had answered anything. */
export interface ReadChecklist {
  readonly caseId: string;
  readonly version: number;
}

/** What the owner of a case and its brokers answer, in the transaction of the request. Throws NOT_FOUND, CASE_CLOSED, CASE_RESTRICTED or VERSION_CONFLICT. */
export function checklistService({ cases, checklists }: { cases: CaseReadModel; checklists: ChecklistStore }) {
  const lock = async (caller: Caller, { caseId, version }: ReadChecklist): Promise<string> => {
    assertMayStep(caller, checklistLifecycle.steps.complete);
    const file = await cases.findOne(caller, caseId);
    assertMayBegin(caller, file);
    const current = await checklists.lock(caseId);
    if (current !== version) throw new HubError('VERSION_CONFLICT', { version: current });
    return caseId;
  };

  return {
    /** One answer at least; a checklist that was complete is open again. Throws BAD_USER_INPUT. */
    async answer(caller: Caller, read: ReadChecklist, answer: ChecklistAnswer): Promise<void> {
      if (Object.keys(answer).length === 0)
        throw new HubError('BAD_USER_INPUT', { field: 'alternative', expected: '≥ 1' });
      const alternative = answer.alternative && weighed(answer.alternative);
      await checklists.answer(await lock(caller, read), { ...answer, ...(alternative && { alternative }) });
    },

    /** Throws STATE_CONFLICT when it is complete, CHECKLIST_INCOMPLETE when something lacks. */
    async complete(caller: Caller, read: ReadChecklist, rung: LadderRung): Promise<void> {
      if (!isResidential(rung))
        throw new HubError('BAD_USER_INPUT', { field: 'rung', expected: 'RESIDENTIAL_GROUP, SECURE' });
      const checklist = await checklists.checklistOf(await lock(caller, read));
      const state = checklist?.state ?? 'OPEN';
      if (!checklistLifecycle.steps.complete.from.includes(state)) throw new HubError('STATE_CONFLICT', { state });
      const missing = gapsFor(rung, checklist);
      if (missing.length > 0) throw new HubError('CHECKLIST_INCOMPLETE', { missing: missing.join(', ') });
      await checklists.complete(read.caseId);
    },
  };
}
