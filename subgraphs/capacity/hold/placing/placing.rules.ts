import { HubError, type ErrorCode } from '../../../../platform/errors/errors.js';
import type { Subject, Room } from './placing.store.js';

/** Who comes for the same place waits a little longer than others do: it is a matter of milliseconds for each who came before. */
export const holding = { lockTimeoutMs: 1_000 };

/** One place asked for a case. */
export interface PlaceAsked {
  readonly offerId: string;
  readonly caseId: string;
  readonly quantity: number;
  readonly phone: PhoneCall | null;
}

/** What the caller heard when phoning the provider. */
export interface PhoneCall {
  readonly spokenWith: string;
  readonly calledAt: Date;
  /** Null when only the places asked for were spoken of. */
  readonly available: number | null;
}

/** One place asked, with its offer and its case. */
export interface Ask extends PlaceAsked, Subject {
  readonly caseStatus: 'OPEN';
  readonly region: string;
  readonly isOneOfMany: boolean;
}

/** What keeps a case and an offer from meeting at all; null when nothing does. A case of others reads like one that is not there. */
export function refusalOfSubject(subject: Subject | undefined): ErrorCode | null {
  if (!subject || subject.caseStatus === null) return 'NOT_FOUND';
  if (subject.caseStatus === 'CLOSED') return 'CASE_CLOSED';
  return subject.isRetired ? 'OFFER_RETIRED' : null;
}

type RoomToCheck = Pick<Room, 'isRetired' | 'isClosed' | 'available' | 'caseIds'>;

/**
 * Why no lock need be waited for: at a glance there is nothing to be had, whoever comes first. A phone call may still change a figure.
 * Of hundreds who come for the last place this answers all but the few who came before it was gone.
 */
export function refusalAtGlance(ask: Ask, asks: readonly Ask[]): ErrorCode | null {
  const refusal = refusalOfAsk({ ...ask, caseIds: [] }, asks);
  return refusal === 'ALREADY_HELD' || (refusal === 'FIGURE_STALE' && ask.phone) ? null : refusal;
}

/**
 * Why the last of these asks, all of one offer, cannot be met beside the others; null when it can. That the case already has a hold
 * there comes last: of two who race for the last place, the loser lost the place, whichever case it was for.
 */
export function refusalOfAsk(room: RoomToCheck, asks: readonly PlaceAsked[]): ErrorCode | null {
  const asked = asks.reduce((sum, { quantity }) => sum + quantity, 0);
  const caseIds = asks.map(({ caseId }) => caseId);
  if (room.isRetired) return 'OFFER_RETIRED';
  if (room.isClosed) return 'INTAKE_CLOSED';
  if (room.available === null) return 'FIGURE_STALE';
  if (room.available < asked) return 'NO_PLACE_LEFT';
  return [...room.caseIds, ...caseIds.slice(0, -1)].includes(caseIds.at(-1) ?? '') ? 'ALREADY_HELD' : null;
}

/** The refusal of one place, or of all because of one. */
export function refused(code: ErrorCode, no: number, isOneOfMany: boolean): HubError {
  return isOneOfMany ? new HubError('PLACES_NOT_HELD', { field: `places.${no}`, reason: code }) : new HubError(code);
}
