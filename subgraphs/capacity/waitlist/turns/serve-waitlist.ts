import type { EntityManager } from '../../../../platform/database/database.js';
import { groupBy } from '../../../../platform/database/loaders.js';
import { onDuty } from '../../../../platform/database/on-duty.js';
import { emit } from '../../../../platform/outbox/outbox.js';
import type { CapacityConfig } from '../../config.js';
import { holdEvent, waitlistEvent } from '../../hold/steps/hold-events.js';
import { holdTerm } from '../../hold/steps/hold-terms.rules.js';
import { newHoldStore } from '../../hold/placing/new-hold.store.js';
import { passingStore } from './passing.store.js';
import { turnsReadModel, type WaitingCase } from './turns.read-model.js';
import { turnsStore } from './turns.store.js';
import { divide } from '../waitlist.rules.js';

/** A case that waited, with the hold that it was offered. */
export type ServedCase = WaitingCase & { readonly holdId: string };

/**
 * Offers what is free of locked offers to the cases that wait for it, in fair order: each gets a hold of its own, REQUESTED, in the
 * name of who put it on the list. Every end of a hold calls this in its own transaction, so does who comes new before taking anything,
 * and the sweep for what came free by a report: it is done for others than who asks. Gives the holds that it made.
 */
export function serveWaitlist(
  tx: EntityManager,
  config: CapacityConfig,
  offerIds: readonly string[],
): Promise<ServedCase[]> {
  return onDuty(tx, 'turns', () => serve(tx, config, offerIds));
}

async function serve(tx: EntityManager, config: CapacityConfig, offerIds: readonly string[]): Promise<ServedCase[]> {
  const waitlist = turnsStore(tx);
  const left = await waitlist.leaveWhatEnded(offerIds);
  const perOffer = [
    ...groupBy(await turnsReadModel(tx, config.freshness).findNext(offerIds), ({ offerId }) => offerId).values(),
  ];
  const divisions = perOffer.map((waiting) => divide(waiting, waiting[0]?.available ?? 0));
  const offered = divisions.flatMap((division) => division.offered);
  const holds = offered.length === 0 ? [] : await makeHolds(tx, config, offered);
  if (holds.length > 0) {
    const last = new Map(holds.map(({ offerId, holdId }) => [offerId, holdId]));
    const passed = divisions.flatMap(({ tooLarge }) =>
      tooLarge.map(({ entryId, offerId }) => ({ entryId, holdId: last.get(offerId) ?? '' })),
    );
    await waitlist.markOffered(holds);
    if (passed.length > 0) await passingStore(tx).passOver(passed);
  }
  await emit(tx, [
    ...left.map((entry) => waitlistEvent('left', entry)),
    ...holds.flatMap((hold) => [holdEvent('requested', hold), waitlistEvent('offered', hold)]),
  ]);
  return holds;
}

async function makeHolds(
  tx: EntityManager,
  { holdTerms }: CapacityConfig,
  offered: readonly WaitingCase[],
): Promise<ServedCase[]> {
  const ids = await newHoldStore(tx).insert(
    offered.map((entry) => ({ ...entry, groupId: null, answerHours: holdTerm(holdTerms, entry.termKey).answerHours })),
  );
  return offered.map((entry, index) => ({ ...entry, holdId: ids[index] ?? '' }));
}
