import type { Caller } from '../../../../platform/identity/caller.js';
import { HubError } from '../../../../platform/errors/errors.js';
import { isUuid } from '../../../../platform/input/identifiers.js';
import { assertMayStep } from '../../../../platform/policy/lifecycle.js';
import type { LadderRung } from '../../../../vocabulary/ladder.js';
import { assertMayBegin, assertMayWork } from '../../access/work.rules.js';
import type { CaseRow } from '../../case/case.entity.js';
import type { CaseReadModel } from '../../case/case.read-model.js';
import type { KnownPlaces } from '../../known/known-places.read-model.js';
import { pastMoment } from '../../lists/moments.rules.js';
import { placementLifecycle, type PlacementStep } from '../placement-lifecycle.rules.js';
import type { EndReason } from '../placement.vocabulary.js';
import type { PlacementReadModel, PlacementRow } from '../reading/placement.read-model.js';
import { assertCareBegins } from './placement-steps.rules.js';
import type { LockedPlacement, PlacementStepsStore } from './placement-steps.store.js';

/** Which placement is changed, as it was when it was read. */
export interface ReadPlacement {
  readonly placementId: string;
  readonly version: number;
}

export interface Ending {
  readonly endedAt: Date | null;
  readonly endReason: EndReason;
  readonly nextRung: LadderRung | null;
}

interface Parts {
  readonly cases: CaseReadModel;
  readonly places: KnownPlaces;
  readonly read: PlacementReadModel;
  readonly placements: PlacementStepsStore;
}

/** A placement that is locked, with its row and case as they were read. */
interface Begun {
  readonly locked: LockedPlacement;
  readonly row: PlacementRow;
  readonly file: CaseRow;
}

/** The steps of a placement, in the transaction of the request. Each throws NOT_FOUND, CASE_RESTRICTED, VERSION_CONFLICT or STATE_CONFLICT. */
export function placementStepsService({ cases, places, read, placements }: Parts) {
  const begin = async (
    caller: Caller,
    { placementId, version }: ReadPlacement,
    step: PlacementStep,
  ): Promise<Begun> => {
    assertMayStep(caller, placementLifecycle.steps[step]);
    const row = (await read.findByIds(caller, isUuid(placementId) ? [placementId] : [])).get(placementId);
    if (!row) throw new HubError('NOT_FOUND');
    const file = await cases.findOne(caller, row.caseId);
    assertMayWork(caller, file);
    const locked = await placements.lock(row.id);
    if (!locked) throw new HubError('NOT_FOUND');
    if (locked.version !== version) throw new HubError('VERSION_CONFLICT', { version: locked.version });
    if (!placementLifecycle.steps[step].from.includes(locked.status))
      throw new HubError('STATE_CONFLICT', { state: locked.status });
    return { locked, row, file };
  };

  return {
    /** Care starts. Throws MAIN_PLACEMENT_RUNS beside another main placement, and CASE_CLOSED. */
    async start(caller: Caller, read: ReadPlacement, startedAt: Date | null): Promise<void> {
      const { locked, row, file } = await begin(caller, read, 'start');
      assertMayBegin(caller, file);
      if (row.holdId !== null) {
        const hold = await places.findHold(row.caseId, row.holdId);
        if (!hold) throw new HubError('HOLD_NOT_KNOWN');
        assertCareBegins(hold.state);
      }
      await placements.change(row.id, {
        status: 'STARTED',
        startedAt: momentOf('startedAt', startedAt, locked.now, { name: 'allocatedAt', at: locked.allocatedAt }),
      });
    },

    async pause(caller: Caller, read: ReadPlacement, pausedAt: Date | null): Promise<void> {
      const { locked } = await begin(caller, read, 'pause');
      await placements.change(locked.id, {
        status: 'PAUSED',
        pausedAt: momentOf('pausedAt', pausedAt, locked.now, startOf(locked)),
      });
    },

    async resume(caller: Caller, read: ReadPlacement): Promise<void> {
      const { locked } = await begin(caller, read, 'resume');
      await placements.change(locked.id, { status: 'STARTED', pausedAt: null });
    },

    async end(caller: Caller, read: ReadPlacement, { endedAt, endReason, nextRung }: Ending): Promise<void> {
      const { locked } = await begin(caller, read, 'end');
      await placements.change(locked.id, {
        ...{ status: 'ENDED', endReason, nextRung },
        endedAt: momentOf('endedAt', endedAt, locked.now, startOf(locked)),
      });
    },

    /** What was allocated does not start. */
    async cancel(caller: Caller, read: ReadPlacement, endReason: EndReason): Promise<void> {
      const { locked } = await begin(caller, read, 'cancel');
      await placements.change(locked.id, { status: 'CANCELLED', endReason, endedAt: locked.now });
    },
  };
}

type Earlier = Parameters<typeof pastMoment>[3];

/** The moment that was told, or now. */
function momentOf(field: string, told: Date | null, now: Date, earlier: Earlier): Date {
  return told ? pastMoment(field, told, now, earlier) : now;
}

/** What a step after the start cannot precede. */
function startOf({ startedAt, pausedAt, allocatedAt }: LockedPlacement): Earlier {
  if (pausedAt) return { name: 'pausedAt', at: pausedAt };
  return startedAt ? { name: 'startedAt', at: startedAt } : { name: 'allocatedAt', at: allocatedAt };
}
