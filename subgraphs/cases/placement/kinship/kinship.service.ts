import type { Caller } from '../../../../platform/identity/caller.js';
import { HubError } from '../../../../platform/errors/errors.js';
import { isUuid } from '../../../../platform/input/identifiers.js';
import { assertMayWork } from '../../access/work.rules.js';
import type { CaseReadModel } from '../../case/reading/case.read-model.js';
import { dayPast } from '../../lists/days.rules.js';
import type { KinshipDecision } from '../placement.vocabulary.js';
import type { PlacementReadModel } from '../reading/placement.read-model.js';
import type { PlacementStepsStore } from '../steps/placement-steps.store.js';

interface Parts {
  readonly cases: CaseReadModel;
  readonly read: PlacementReadModel;
  readonly placements: PlacementStepsStore;
}

/** What becomes of kinship terms, in the transaction of the request. */
export function kinshipService({ cases, read, placements }: Parts) {
  return {
    /** Throws NOT_FOUND where there is no such term, CASE_RESTRICTED, BAD_USER_INPUT or, where it was decided, STATE_CONFLICT. */
    async decide(caller: Caller, placementId: string, decision: KinshipDecision, decidedOn: string): Promise<void> {
      const row = (await read.findByIds(caller, isUuid(placementId) ? [placementId] : [])).get(placementId);
      if (!row || row.contractOn === null) throw new HubError('NOT_FOUND');
      assertMayWork(caller, await cases.findOne(caller, row.caseId));
      dayPast('decidedOn', decidedOn, await placements.now(), { name: 'contractOn', on: row.contractOn });
      if (!(await placements.decide(row.id, decision, decidedOn)))
        throw new HubError('STATE_CONFLICT', { state: row.decision ?? 'DECIDED' });
    },
  };
}
