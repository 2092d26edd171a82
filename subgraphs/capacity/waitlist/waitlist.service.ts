import type { Caller, Role } from '../../../platform/identity/caller.js';
import type { EntityManager } from '../../../platform/database/database.js';
import { HubError } from '../../../platform/errors/errors.js';
import { isUuid } from '../../../platform/input/identifiers.js';
import { assertMayStep } from '../../../platform/policy/lifecycle.js';
import { emit } from '../../../platform/outbox/outbox.js';
import type { CapacityConfig } from '../config.js';
import { waitlistEvent } from '../hold/steps/hold-events.js';
import { refusalOfSubject } from '../hold/placing/placing.rules.js';
import { placingStore } from '../hold/placing/placing.store.js';
import { sightOf } from '../access/visibility.rules.js';
import { serveWaitlist } from './turns/serve-waitlist.js';
import { waitlistLifecycle, type WaitlistPriority } from './waitlist.rules.js';
import { waitlistStore } from './waitlist.store.js';

export interface JoinAsked {
  readonly caseId: string;
  readonly offerId: string;
  readonly quantity: number;
  readonly priority: WaitlistPriority;
}

const largestQuantity = 100;
const joiners: readonly Role[] = ['care-broker', 'case-owner'];

/** Joining and leaving waiting lists, in a transaction. */
export function waitlistService(tx: EntityManager, config: CapacityConfig) {
  const placing = placingStore(tx, config.freshness);
  const waitlist = waitlistStore(tx);
  return {
    /**
     * Puts a case on the list of an offer, and offers it what is free if it is its turn at once. Throws NOT_FOUND, CASE_CLOSED,
     * OFFER_RETIRED, ALREADY_HELD, ALREADY_WAITING or, for more than the offer has in all, BAD_USER_INPUT.
     */
    async join(caller: Caller, { caseId, offerId, quantity, priority }: JoinAsked): Promise<string> {
      checkQuantity(quantity, largestQuantity);
      const asked = isUuid(caseId) && isUuid(offerId) ? [{ no: 0, caseId, offerId }] : [];
      const [subject] = await placing.glance(sightOf(caller, joiners), asked);
      const refusal = refusalOfSubject(subject);
      if (!subject || refusal) throw new HubError(refusal ?? 'NOT_FOUND');
      await placing.lock([subject.offerId]);
      const room = (await placing.findRoom([subject.offerId])).get(subject.offerId);
      if (room?.isRetired !== false) throw new HubError('OFFER_RETIRED');
      checkQuantity(quantity, room.maximum || largestQuantity);
      if (room.caseIds.includes(caseId.toLowerCase())) throw new HubError('ALREADY_HELD');
      const entry = { ...subject, caseId, quantity, priority, region: subject.region ?? '', placedBy: caller.subject };
      const entryId = await waitlist.add(entry);
      if (entryId === null) throw new HubError('ALREADY_WAITING');
      await emit(tx, [waitlistEvent('joined', { ...entry, entryId })]);
      await serveWaitlist(tx, config, [subject.offerId]);
      return entryId;
    },

    /** Takes a case off a list where it waits. Throws NOT_FOUND or STATE_CONFLICT: what was offered is released instead. */
    async leave(caller: Caller, entryId: string): Promise<string> {
      assertMayStep(caller, waitlistLifecycle.steps.leave);
      const sight = sightOf(caller, waitlistLifecycle.steps.leave.by);
      const entry = isUuid(entryId) ? await waitlist.lock(sight, entryId) : null;
      if (!entry) throw new HubError('NOT_FOUND');
      const state = await waitlist.leave(entry.entryId);
      if (state !== null) throw new HubError('STATE_CONFLICT', { state });
      await emit(tx, [waitlistEvent('left', entry)]);
      return entry.entryId;
    },
  };
}

/** Throws BAD_USER_INPUT for less than one, or for more than there may be. */
function checkQuantity(quantity: number, most: number): void {
  if (quantity < 1 || quantity > most)
    throw new HubError('BAD_USER_INPUT', { field: 'quantity', expected: `1–${most}` });
}
