import type { EntityManager } from '../../../../platform/database/database.js';
import { onDuty } from '../../../../platform/database/on-duty.js';
import { emit } from '../../../../platform/outbox/outbox.js';
import type { CapacityConfig } from '../../config.js';
import { serveWaitlist, type ServedCase } from '../../waitlist/turns/serve-waitlist.js';
import { turnsStore, type Settlement } from '../../waitlist/turns/turns.store.js';
import type { DeclineReason } from '../../../../vocabulary/decline-reason.js';
import { waitlistEvent, type HoldEventKind } from './hold-events.js';
import { holdTerm } from './hold-terms.rules.js';
import type { LockedHold } from './hold-steps.store.js';
import { tellOfHolds } from './tell-of-holds.js';
import type { LapsedHold } from './lapse.store.js';

/** How a hold came out: the event that tells it and, where it was made for a waiting case, what becomes of that case. */
export interface Outcome {
  readonly hold: LockedHold;
  readonly kind: HoldEventKind;
  readonly settlement: Omit<Settlement, 'holdId'>;
}

/**
 * A no or no answer of the provider sends a waiting case back to its place on the list, where it rests a while: the same unit goes to
 * the next. What the case itself lets go of, or lets lapse after a yes, takes it off.
 */
export const outcome = {
  refused: (hold: LockedHold, reason: DeclineReason, { holdTerms }: CapacityConfig): Outcome => ({
    hold,
    kind: 'refused',
    settlement: { state: 'WAITING', reason, restHours: holdTerm(holdTerms, hold.termKey).restHours },
  }),
  expired: (hold: LapsedHold, { holdTerms }: CapacityConfig): Outcome => ({
    hold,
    kind: 'expired',
    settlement: hold.wasAccepted
      ? { state: 'DECLINED' }
      : { state: 'WAITING', reason: 'NO_ANSWER', restHours: holdTerm(holdTerms, hold.termKey).restHours },
  }),
  released: (hold: LockedHold): Outcome => ({ hold, kind: 'released', settlement: { state: 'DECLINED' } }),
  converted: (hold: LockedHold): Outcome => ({ hold, kind: 'converted', settlement: { state: 'PLACED' } }),
};

/** Lets the waiting list follow how holds of locked offers came out, tells of it, and offers what came free to the next. */
export async function concludeHolds(
  tx: EntityManager,
  config: CapacityConfig,
  outcomes: readonly Outcome[],
): Promise<ServedCase[]> {
  if (outcomes.length === 0) return [];
  const settlements = outcomes.map(({ hold, settlement }) => ({ holdId: hold.holdId, ...settlement }));
  return onDuty(tx, 'turns', async () => {
    const entries = await turnsStore(tx).settle(settlements);
    await tellOfHolds(tx, outcomes);
    await emit(
      tx,
      entries.filter(({ state }) => state !== 'WAITING').map((entry) => waitlistEvent('left', entry)),
    );
    return serveWaitlist(tx, config, [...new Set(outcomes.map(({ hold }) => hold.offerId))]);
  });
}
