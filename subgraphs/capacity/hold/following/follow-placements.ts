import type { DataSource, EntityManager } from '../../../../platform/database/database.js';
import { inTransaction } from '../../../../platform/database/transaction.js';
import type { CapacityConfig } from '../../config.js';
import { concludeHolds, outcome, type Outcome } from '../steps/hold-endings.js';
import { holdTerm } from '../steps/hold-terms.rules.js';
import { tellOfHolds } from '../steps/tell-of-holds.js';
import { holdStepsStore, type LockedHold } from '../steps/hold-steps.store.js';
import { placementProjectionStore, type ToldPlacement } from './placement-projection.store.js';

const atOnce = 50;
/** Who ended a hold whose placement ended or was cancelled. */
const follower = 'urn:thuisbasis:hub#placement';

/**
 * Brings holds in line with the placements that came of them, each in a transaction of its own and under the lock of its offer. Where
 * care began, its hold is converted, also when it lapsed or was released before that was heard of here: care is a fact, and an offer of
 * which more is held than there is, is shown as overcommitted. Where care was allocated, its hold lasts until it has to start, so that the place
 * is not lost meanwhile. One that fails holds up no other; the first failure is thrown at the end.
 */
export async function followPlacements(db: DataSource, config: CapacityConfig): Promise<void> {
  const failures: unknown[] = [];
  for (const told of await placementProjectionStore(db.manager).findUnfollowed(atOnce))
    await inTransaction(db, {}, (tx) => follow(tx, config, told)).catch((error: unknown) => failures.push(error));
  if (failures.length > 0) throw failures[0];
}

async function follow(tx: EntityManager, config: CapacityConfig, told: ToldPlacement): Promise<void> {
  const placements = placementProjectionStore(tx);
  const hold = await placements.lockHold(told.holdId);
  if (hold && told.status === 'ALLOCATED') await keepUntilStart(tx, config, hold);
  else if (hold) await concludeHolds(tx, config, await inLine(tx, hold, told.status));
  await placements.markFollowed(told);
}

/** What has lapsed before that was heard of stays lapsed: its placement is cancelled, and the place is for who waits. */
async function keepUntilStart(tx: EntityManager, { holdTerms }: CapacityConfig, hold: LockedHold): Promise<void> {
  const { startHours } = holdTerm(holdTerms, hold.termKey);
  if (await placementProjectionStore(tx).prolong(hold.holdId, startHours))
    await tellOfHolds(tx, [{ kind: 'prolonged', hold }]);
}

/** Takes the steps that a hold lacks; gives how it came out, and nothing when it was in line already. */
async function inLine(tx: EntityManager, hold: LockedHold, status: ToldPlacement['status']): Promise<Outcome[]> {
  const holds = holdStepsStore(tx);
  const { holdId } = hold;
  const outcomes: Outcome[] = [];
  const began = status === 'STARTED' || status === 'PAUSED' || status === 'ENDED';
  if (began && ((await holds.convert(holdId)) || (await holds.takeUp(holdId)))) outcomes.push(outcome.converted(hold));
  if (status === 'CANCELLED' && (await holds.release(holdId, follower))) outcomes.push(outcome.released(hold));
  const isOver = status === 'CANCELLED' || status === 'ENDED';
  if (isOver && (await holds.end(holdId, follower))) outcomes.push(outcome.released(hold));
  return outcomes;
}
