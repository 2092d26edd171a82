import type { Caller } from '../../../../platform/identity/caller.js';
import { HubError } from '../../../../platform/errors/errors.js';
import type { LadderRung } from '../../../../vocabulary/ladder.js';
import { assertMayBegin } from '../../access/work.rules.js';
import type { KnownPlaces } from '../../known/known-places.read-model.js';
import { pastMoment } from '../../lists/moments.rules.js';
import { placementLifecycle, type PlacementStep } from '../placement-lifecycle.rules.js';
import type { EndReason } from '../placement.vocabulary.js';
import { nothingTold, withProduct, type GivenProduct } from '../product/product.rules.js';
import type { ProductStore } from '../product/product.store.js';
import type { Begun, PlacementLocks, ReadPlacement } from './placement-locks.js';
import { assertCareBegins } from './placement-steps.rules.js';
import type { LockedPlacement, PlacementStepsStore } from './placement-steps.store.js';

export interface Ending {
  readonly endedAt: Date | null;
  readonly endReason: EndReason;
  readonly nextRung: LadderRung | null;
}

interface Parts {
  readonly places: KnownPlaces;
  readonly placements: PlacementStepsStore;
  readonly locks: PlacementLocks;
  readonly products: ProductStore;
}

/** The steps of a placement, in the transaction of the request. Each throws NOT_FOUND, CASE_RESTRICTED, VERSION_CONFLICT or STATE_CONFLICT. */
export function placementStepsService({ places, placements, locks, products }: Parts) {
  const begin = (caller: Caller, read: ReadPlacement, step: PlacementStep): Promise<Begun> =>
    locks.begin(caller, read, placementLifecycle.steps[step]);

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

    /** Tells what is allocated, in whatever state it is. Throws BAD_USER_INPUT or CONTAINS_BSN, and never STATE_CONFLICT. */
    async describe(caller: Caller, read: ReadPlacement, given: GivenProduct): Promise<void> {
      const { locked } = await locks.take(caller, read);
      const known = (await products.findByPlacementIds(caller, [locked.id])).get(locked.id) ?? nothingTold;
      await products.write(locked.id, withProduct(known, given));
      await placements.change(locked.id, { status: locked.status });
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
