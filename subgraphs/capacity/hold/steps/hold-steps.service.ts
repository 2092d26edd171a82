import type { Caller } from '../../../../platform/identity/caller.js';
import type { EntityManager } from '../../../../platform/database/database.js';
import { HubError } from '../../../../platform/errors/errors.js';
import { isUuid } from '../../../../platform/input/identifiers.js';
import { assertMayStep } from '../../../../platform/policy/lifecycle.js';
import type { CapacityConfig } from '../../config.js';
import { concludeHolds, outcome, type Outcome } from './hold-endings.js';
import { sightOf } from '../../access/visibility.rules.js';
import { holdLifecycle, type HoldStep } from './hold-state.rules.js';
import { holdTerm } from './hold-terms.rules.js';
import { tellOfHolds } from './tell-of-holds.js';
import { holdStepsStore, type LockedHold, type Refusal } from './hold-steps.store.js';

/** The steps of holds, each in a transaction and under the lock of its offer. Each throws NOT_FOUND or STATE_CONFLICT. */
export function holdService(tx: EntityManager, config: CapacityConfig) {
  const holds = holdStepsStore(tx);

  const lock = async (caller: Caller, step: HoldStep, holdId: string): Promise<LockedHold> => {
    assertMayStep(caller, holdLifecycle.steps[step]);
    const sight = sightOf(caller, holdLifecycle.steps[step].by);
    const hold = isUuid(holdId) ? await holds.lock(sight, holdId) : null;
    if (!hold) throw new HubError('NOT_FOUND');
    return hold;
  };
  const conflict = async (holdId: string) => new HubError('STATE_CONFLICT', { state: await holds.stateOf(holdId) });
  const conclude = async (isMade: boolean, result: Outcome): Promise<string> => {
    const { holdId } = result.hold;
    if (!isMade) throw await conflict(holdId);
    await concludeHolds(tx, config, [result]);
    return holdId;
  };

  return {
    /** The provider's yes: the unit is kept for the term of the hold. */
    async accept(caller: Caller, holdId: string): Promise<string> {
      const hold = await lock(caller, 'accept', holdId);
      const isMade = await holds.accept(hold.holdId, holdTerm(config.holdTerms, hold.termKey).holdHours);
      if (!isMade) throw await conflict(hold.holdId);
      await tellOfHolds(tx, [{ kind: 'accepted', hold }]);
      return hold.holdId;
    },

    /** The provider's no, even where a place shows free. */
    async refuse(caller: Caller, holdId: string, refusal: Refusal): Promise<string> {
      const hold = await lock(caller, 'refuse', holdId);
      const isMade = await holds.refuse(hold.holdId, caller.subject, refusal);
      return conclude(isMade, outcome.refused(hold, refusal.code, config));
    },

    /** Gives back what was held, or the place of care that has stopped before a newer report counted it. */
    async release(caller: Caller, holdId: string): Promise<string> {
      const hold = await lock(caller, 'release', holdId);
      const isMade =
        (await holds.release(hold.holdId, caller.subject)) || (await holds.end(hold.holdId, caller.subject));
      return conclude(isMade, outcome.released(hold));
    },

    /** Care starts. */
    async convert(caller: Caller, holdId: string): Promise<string> {
      const hold = await lock(caller, 'convert', holdId);
      return conclude(await holds.convert(hold.holdId), outcome.converted(hold));
    },
  };
}
