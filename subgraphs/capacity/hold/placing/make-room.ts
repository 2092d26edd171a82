import type { Caller } from '../../../../platform/identity/caller.js';
import type { EntityManager } from '../../../../platform/database/database.js';
import type { CapacityConfig } from '../../config.js';
import { concludeHolds, outcome } from '../steps/hold-endings.js';
import { lapseStore } from '../steps/lapse.store.js';
import { serveWaitlist, type ServedCase } from '../../waitlist/turns/serve-waitlist.js';
import { turnsStore } from '../../waitlist/turns/turns.store.js';
import { placingStore, type Room } from './placing.store.js';
import type { Ask } from './placing.rules.js';
import { reportCalls } from './report-calls.js';

/** What offers can give to somebody new, and the cases that got theirs first because it was their turn. */
export interface MadeRoom {
  readonly rooms: ReadonlyMap<string, Room>;
  readonly served: readonly ServedCase[];
}

/**
 * Brings locked offers up to this moment: what was heard by telephone is reported, what lapsed is ended, and what is free goes to those
 * who wait before anybody new. Who waits and comes now is one of them, with what is asked now.
 */
export async function makeRoom(
  tx: EntityManager,
  config: CapacityConfig,
  caller: Caller,
  asks: readonly Ask[],
): Promise<MadeRoom> {
  const store = placingStore(tx, config.freshness);
  const offerIds = [...new Set(asks.map(({ offerId }) => offerId))];
  const before = await store.findRoom(offerIds);
  const isPhoned = await reportCalls(tx, caller, asks, before);
  const awaited = asks.filter(({ offerId }) => before.get(offerId)?.hasWaiting);
  if (awaited.length > 0) await turnsStore(tx).askFor(awaited);
  const served = await serveFirst(tx, config, [...before.values()]);
  const isStirred = isPhoned || [...before.values()].some(({ hasLapsed, hasWaiting }) => hasLapsed || hasWaiting);
  return { rooms: isStirred ? await store.findRoom(offerIds) : before, served };
}

async function serveFirst(tx: EntityManager, config: CapacityConfig, rooms: readonly Room[]): Promise<ServedCase[]> {
  const lapsedAt = rooms.filter(({ hasLapsed }) => hasLapsed).map(({ offerId }) => offerId);
  const waitingAt = rooms.filter(({ hasLapsed, hasWaiting }) => hasWaiting && !hasLapsed).map(({ offerId }) => offerId);
  const lapsed = lapsedAt.length === 0 ? [] : await lapseStore(tx).endLapsed(lapsedAt);
  const afterLapse = await concludeHolds(
    tx,
    config,
    lapsed.map((hold) => outcome.expired(hold, config)),
  );
  return [...afterLapse, ...(waitingAt.length === 0 ? [] : await serveWaitlist(tx, config, waitingAt))];
}
