import type { Caller } from '../../../../platform/identity/caller.js';
import type { EntityManager } from '../../../../platform/database/database.js';
import { HubError } from '../../../../platform/errors/errors.js';
import { groupBy } from '../../../../platform/database/loaders.js';
import { emit } from '../../../../platform/outbox/outbox.js';
import { phoneReportStore, type PhonedFigure, type PhonedOutcome } from './phone-report.store.js';
import { refused, type Ask, type PhoneCall } from './placing.rules.js';
import type { Room } from './placing.store.js';

/** An ask that tells of a phone call. */
type PhonedAsk = Ask & { readonly phone: PhoneCall };

/**
 * Reports what was heard of figures that are stale or unknown; a figure that still holds is not overruled by a caller. Tells whether
 * anything was reported. Throws BAD_USER_INPUT for a call that is still to come or tells of more than the offer has, NO_PLACE_LEFT where
 * more is asked than it has.
 */
export async function reportCalls(
  tx: EntityManager,
  { subject }: Caller,
  asks: readonly Ask[],
  rooms: ReadonlyMap<string, Room>,
): Promise<boolean> {
  const ofUnknown = asks.filter(({ offerId }) => isUnknown(rooms.get(offerId)));
  const calls = [...groupBy(ofUnknown, ({ offerId }) => offerId).values()].flatMap(newestCall);
  if (calls.length === 0) return false;
  const outcomes = await phoneReportStore(tx).add(
    subject,
    calls.map(({ figure }) => figure),
  );
  for (const { ask } of calls)
    check(
      ask,
      outcomes.find(({ offerId }) => offerId === ask.offerId),
    );
  await emit(
    tx,
    calls.map(({ ask: { organisationId, offerId } }) => ({
      kind: 'capacity.reported',
      organisationId,
      data: { offerIds: [offerId] },
    })),
  );
  return true;
}

/** Of several asks for one offer the last call counts; without a number it gives what they ask together. */
function newestCall(ofOffer: readonly Ask[]): { readonly ask: PhonedAsk; readonly figure: PhonedFigure }[] {
  const asked = ofOffer.reduce((sum, { quantity }) => sum + quantity, 0);
  return ofOffer
    .filter((ask): ask is PhonedAsk => ask.phone !== null)
    .sort((one, other) => other.phone.calledAt.getTime() - one.phone.calledAt.getTime())
    .slice(0, 1)
    .map((ask) => ({ ask, figure: { offerId: ask.offerId, ...ask.phone, available: ask.phone.available ?? asked } }));
}

function check({ no, isOneOfMany, phone }: PhonedAsk, outcome: PhonedOutcome | undefined): void {
  const path = `${isOneOfMany ? `places.${no}.` : ''}confirmedByPhone`;
  if (outcome?.isAhead) throw new HubError('BAD_USER_INPUT', { field: `${path}.calledAt`, expected: '≤ 5 min' });
  if (!outcome?.isTooMany) return;
  if (phone.available === null) throw refused('NO_PLACE_LEFT', no, isOneOfMany);
  throw new HubError('BAD_USER_INPUT', { field: `${path}.available`, expected: `≤ ${outcome.size}` });
}

function isUnknown(room: Room | undefined): boolean {
  return room !== undefined && room.available === null && !room.isClosed;
}
