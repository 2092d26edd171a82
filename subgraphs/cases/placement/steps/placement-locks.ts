import type { Caller } from '../../../../platform/identity/caller.js';
import { HubError } from '../../../../platform/errors/errors.js';
import { isUuid } from '../../../../platform/input/identifiers.js';
import { assertMayStep, type LifecycleStep } from '../../../../platform/policy/lifecycle.js';
import { assertMayWork } from '../../access/work.rules.js';
import type { CaseRow } from '../../case/case.entity.js';
import type { CaseReadModel } from '../../case/reading/case.read-model.js';
import type { PlacementStatus } from '../placement.vocabulary.js';
import type { PlacementReadModel, PlacementRow } from '../reading/placement.read-model.js';
import type { LockedPlacement, PlacementStepsStore } from './placement-steps.store.js';

/** Which placement is changed, as it was when it was read. */
export interface ReadPlacement {
  readonly placementId: string;
  readonly version: number;
}

/** A placement that is locked, with its row and case as they were read. */
export interface Begun {
  readonly locked: LockedPlacement;
  readonly row: PlacementRow;
  readonly file: CaseRow;
}

interface Parts {
  readonly cases: CaseReadModel;
  readonly read: PlacementReadModel;
  readonly placements: PlacementStepsStore;
}

/** Takes hold of a placement, so that nobody else changes what was read. */
export function placementLocks({ cases, read, placements }: Parts) {
  /** Throws NOT_FOUND, CASE_RESTRICTED or VERSION_CONFLICT. */
  const take = async (caller: Caller, { placementId, version }: ReadPlacement): Promise<Begun> => {
    const row = (await read.findByIds(caller, isUuid(placementId) ? [placementId] : [])).get(placementId);
    if (!row) throw new HubError('NOT_FOUND');
    const file = await cases.findOne(caller, row.caseId);
    assertMayWork(caller, file);
    const locked = await placements.lock(row.id);
    if (!locked) throw new HubError('NOT_FOUND');
    if (locked.version !== version) throw new HubError('VERSION_CONFLICT', { version: locked.version });
    return { locked, row, file };
  };
  /** For a step that may be made where it stands. Throws FORBIDDEN or STATE_CONFLICT besides. */
  const begin = async (caller: Caller, read: ReadPlacement, step: LifecycleStep<PlacementStatus>): Promise<Begun> => {
    assertMayStep(caller, step);
    const begun = await take(caller, read);
    if (!step.from.includes(begun.locked.status)) throw new HubError('STATE_CONFLICT', { state: begun.locked.status });
    return begun;
  };
  return { take, begin };
}

export type PlacementLocks = ReturnType<typeof placementLocks>;
