import type { Caller } from '../../../../platform/identity/caller.js';
import { HubError } from '../../../../platform/errors/errors.js';
import { isUuid } from '../../../../platform/input/identifiers.js';
import { assertMayStep, type LifecycleStep } from '../../../../platform/policy/lifecycle.js';
import { assertMayWork } from '../../access/work.rules.js';
import type { CaseRow } from '../../case/case.entity.js';
import type { CaseReadModel } from '../../case/case.read-model.js';
import type { PlacementStatus } from '../placement.vocabulary.js';
import type { PlacementReadModel, PlacementRow } from '../reading/placement.read-model.js';
import type { LockedPlacement, PlacementStepsStore } from './placement-steps.store.js';

/** Which placement is changed, as it was when it was read. */
export interface ReadPlacement {
  readonly placementId: string;
  readonly version: number;
}

/** A placement that is locked, with its row and case as they were read. */
export interface BegunPlacement {
  readonly locked: LockedPlacement;
  readonly row: PlacementRow;
  readonly file: CaseRow;
}

interface Parts {
  readonly cases: CaseReadModel;
  readonly read: PlacementReadModel;
  readonly placements: PlacementStepsStore;
}

/** How a change of a placement begins. It throws FORBIDDEN, NOT_FOUND, CASE_RESTRICTED, VERSION_CONFLICT or STATE_CONFLICT. */
export function placementBeginning({ cases, read, placements }: Parts) {
  return async (
    caller: Caller,
    { placementId, version }: ReadPlacement,
    step: LifecycleStep<PlacementStatus>,
  ): Promise<BegunPlacement> => {
    assertMayStep(caller, step);
    const row = (await read.findByIds(caller, isUuid(placementId) ? [placementId] : [])).get(placementId);
    if (!row) throw new HubError('NOT_FOUND');
    const file = await cases.findOne(caller, row.caseId);
    assertMayWork(caller, file);
    const locked = await placements.lock(row.id);
    if (!locked) throw new HubError('NOT_FOUND');
    if (locked.version !== version) throw new HubError('VERSION_CONFLICT', { version: locked.version });
    if (!step.from.includes(locked.status)) throw new HubError('STATE_CONFLICT', { state: locked.status });
    return { locked, row, file };
  };
}

export type PlacementBeginning = ReturnType<typeof placementBeginning>;
