import { randomUUID } from 'node:crypto';
import type { Caller, Role } from '../../../../platform/identity/caller.js';
import type { EntityManager } from '../../../../platform/database/database.js';
import type { ErrorCode } from '../../../../platform/errors/errors.js';
import { onDuty } from '../../../../platform/database/on-duty.js';
import { isUuid } from '../../../../platform/input/identifiers.js';
import { emit } from '../../../../platform/outbox/outbox.js';
import type { CapacityConfig } from '../../config.js';
import { holdEvent } from '../steps/hold-events.js';
import { sightOf } from '../../access/visibility.rules.js';
import { holdTerm } from '../steps/hold-terms.rules.js';
import { passingStore } from '../../waitlist/turns/passing.store.js';
import { turnsStore } from '../../waitlist/turns/turns.store.js';
import { makeRoom, type MadeRoom } from './make-room.js';
import { newHoldStore } from './new-hold.store.js';
import {
  refusalAtGlance,
  refusalOfAsk,
  refusalOfSubject,
  refused,
  type Ask,
  type PlaceAsked,
} from './placing.rules.js';
import { placingStore } from './placing.store.js';

const placers: readonly Role[] = ['care-broker', 'case-owner'];

/** Places holds in a transaction. */
export function placingService(tx: EntityManager, config: CapacityConfig) {
  return {
    /**
     * Holds every place asked, all or none, and gives the ids of the holds in the order asked. A case that waits there and whose turn it
     * is gets the hold that its turn gives. Throws the first refusal, of several as PLACES_NOT_HELD with the place that could not be held.
     */
    async hold(caller: Caller, places: readonly PlaceAsked[]): Promise<string[]> {
      const asks = await findSubjects(tx, config, caller, places);
      checkAll(asks, refusalAtGlance);
      await placingStore(tx, config.freshness).lock([...new Set(asks.map(({ offerId }) => offerId))]);
      const room = await makeRoom(tx, config, caller, asks);
      const inTurn = asks.map((ask, index) => {
        const isFirst = asks.findIndex((one) => isSamePlace(one, ask)) === index;
        return (isFirst && room.served.find((one) => isSamePlace(one, ask))?.holdId) || null;
      });
      const fresh = asks.filter((_, index) => inTurn[index] === null);
      checkRoom(room, fresh);
      const made = await place(tx, config, caller, room, fresh);
      return inTurn.map((holdId) => holdId ?? made.shift() ?? '');
    },
  };
}

function isSamePlace(one: Omit<PlaceAsked, 'phone'>, other: PlaceAsked): boolean {
  return one.offerId === other.offerId && one.caseId === other.caseId && one.quantity === other.quantity;
}

/** Finds the offers and the cases. Throws NOT_FOUND, CASE_CLOSED or OFFER_RETIRED. */
async function findSubjects(
  tx: EntityManager,
  config: CapacityConfig,
  caller: Caller,
  places: readonly PlaceAsked[],
): Promise<Ask[]> {
  const known = places
    .map(({ offerId, caseId }, no) => ({ no, offerId, caseId }))
    .filter(({ offerId, caseId }) => isUuid(offerId) && isUuid(caseId));
  const subjects = await placingStore(tx, config.freshness).glance(sightOf(caller, placers), known);
  return places.map((asked, no) => {
    const subject = subjects.find((one) => one.no === no);
    const refusal = refusalOfSubject(subject);
    if (refusal) throw refused(refusal, no, places.length > 1);
    return { ...asked, caseId: asked.caseId.toLowerCase(), ...subject, isOneOfMany: places.length > 1 } as Ask;
  });
}

/** Throws OFFER_RETIRED, INTAKE_CLOSED, FIGURE_STALE, NO_PLACE_LEFT or ALREADY_HELD for the first ask that cannot be met. */
function checkRoom({ rooms }: MadeRoom, asks: readonly Ask[]): void {
  checkAll(asks, ({ offerId }, upTo) => {
    const room = rooms.get(offerId);
    return room ? refusalOfAsk(room, upTo) : 'NOT_FOUND';
  });
}

/** Asks for each whether it is refused, beside those before it that are of the same offer. */
function checkAll(asks: readonly Ask[], refusalOf: (ask: Ask, upTo: readonly Ask[]) => ErrorCode | null): void {
  asks.forEach((ask, index) => {
    const upTo = asks.slice(0, index + 1).filter(({ offerId }) => offerId === ask.offerId);
    const refusal = refusalOf(ask, upTo);
    if (refusal) throw refused(refusal, ask.no, ask.isOneOfMany);
  });
}

async function place(
  tx: EntityManager,
  { holdTerms }: CapacityConfig,
  caller: Caller,
  { rooms }: MadeRoom,
  asks: readonly Ask[],
): Promise<string[]> {
  if (asks.length === 0) return [];
  const groupId = asks.length > 1 ? randomUUID() : null;
  const holds = asks.map((ask) => {
    const { maximum, numbersLeft } = rooms.get(ask.offerId) ?? {};
    const { answerHours } = holdTerm(holdTerms, ask.termKey);
    return {
      ...ask,
      placedBy: caller.subject,
      groupId,
      answerHours,
      maximum: maximum ?? 0,
      numbersLeft: numbersLeft ?? 0,
    };
  });
  const ids = await newHoldStore(tx).insert(holds);
  const made = holds.map((hold, index) => ({ ...hold, holdId: ids[index] ?? '' }));
  for (const hold of made.filter(({ offerId }) => rooms.get(offerId)?.hasWaiting === true)) {
    await turnsStore(tx).followHold(hold);
    await onDuty(tx, 'turns', () => passingStore(tx).passOverAll(hold, rooms.get(hold.offerId)?.available ?? 0));
  }
  await emit(
    tx,
    made.map((hold) => holdEvent('requested', hold)),
  );
  return ids;
}
