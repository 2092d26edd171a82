import type { Caller } from '../../../../platform/identity/caller.js';
import { HubError } from '../../../../platform/errors/errors.js';
import type { LifecycleStep } from '../../../../platform/policy/lifecycle.js';
import { dayPast, dutchDay, type EarlierDay } from '../../lists/days.rules.js';
import { placementLifecycle } from '../placement-lifecycle.rules.js';
import type { PlacementStatus } from '../placement.vocabulary.js';
import type { PlacementLocks, ReadPlacement } from '../steps/placement-locks.js';
import type { LockedPlacement, PlacementStepsStore } from '../steps/placement-steps.store.js';
import type { DischargeStore, LastBlock } from './discharge.store.js';
import type { DischargeBlockReason } from './discharge.vocabulary.js';

interface Parts {
  readonly placements: PlacementStepsStore;
  readonly blocks: DischargeStore;
  readonly locks: PlacementLocks;
}

/** Care that could end is care that runs. */
const couldEnd: LifecycleStep<PlacementStatus> = placementLifecycle.steps.end;

/**
 * Why a child does not leave a placement that it could leave, in the transaction of the request. Each throws NOT_FOUND, CASE_RESTRICTED,
 * VERSION_CONFLICT, STATE_CONFLICT or BAD_USER_INPUT.
 */
export function dischargeService({ placements, blocks, locks }: Parts) {
  /** The placement is another version then. */
  const keep = ({ id, status }: LockedPlacement): Promise<void> => placements.change(id, { status });

  return {
    /** Writes down what stands in the way; what stood there before was lifted on that day. STATE_CONFLICT when it stands there already. */
    async record(caller: Caller, read: ReadPlacement, reason: DischargeBlockReason, on: string | null): Promise<void> {
      const { locked } = await locks.begin(caller, read, couldEnd);
      const last = await blocks.findLast(locked.id);
      if (last?.liftedOn === null && last.reason === reason) throw new HubError('STATE_CONFLICT', { state: reason });
      const sinceOn = on ?? dutchDay(locked.now);
      dayPast('sinceOn', sinceOn, locked.now, notBefore(locked, last));
      if (last?.liftedOn === null) await blocks.lift(last.id, sinceOn);
      await blocks.add(locked.id, reason, sinceOn);
      await keep(locked);
    },

    /** Nothing stands in the way any more. STATE_CONFLICT when nothing did. */
    async lift(caller: Caller, read: ReadPlacement, on: string | null): Promise<void> {
      const { locked } = await locks.begin(caller, read, couldEnd);
      const last = await blocks.findLast(locked.id);
      if (last?.liftedOn !== null) throw new HubError('STATE_CONFLICT', { state: locked.status });
      const liftedOn = on ?? dutchDay(locked.now);
      dayPast('liftedOn', liftedOn, locked.now, { name: 'sinceOn', on: last.sinceOn });
      await blocks.lift(last.id, liftedOn);
      await keep(locked);
    },
  };
}

/** Days are counted once: not before the care started, nor before what was written down last. */
function notBefore({ startedAt, now }: LockedPlacement, last: LastBlock | null): EarlierDay {
  if (last) return { name: 'dischargeBlock', on: last.liftedOn ?? last.sinceOn };
  return { name: 'startedAt', on: dutchDay(startedAt ?? now) };
}
