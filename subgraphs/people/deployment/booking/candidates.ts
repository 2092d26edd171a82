import { HubError } from '../../../../platform/errors/errors.js';
import { isUuid } from '../../../../platform/input/identifiers.js';
import type { BookingStore } from './booking.store.js';

/** The longest that a duo goes to one family, in days. */
export const longestDays = 731;

/** Through which days. */
export interface Period {
  readonly fromOn: string;
  readonly toOn: string;
}

/** Throws NOT_A_TEAM_MEMBER for whom the caller may not find or who is not in the team for all of it, PROFESSIONAL_ABSENT for who is away. */
export async function assertCandidates(
  booking: BookingStore,
  teamId: string,
  ids: readonly string[],
  { fromOn, toOn }: Period,
): Promise<void> {
  const areIds = isUuid(teamId) && ids.every(isUuid);
  const candidates = areIds ? await booking.findCandidates(teamId, ids, fromOn, toOn) : [];
  if (candidates.length < ids.length || candidates.some(({ isMember }) => !isMember))
    throw new HubError('NOT_A_TEAM_MEMBER');
  if (candidates.some(({ isThere }) => !isThere)) throw new HubError('PROFESSIONAL_ABSENT');
}

/** Throws BAD_USER_INPUT for a first day that is too early. */
export function assertFrom(field: string, on: string, earliest: string): void {
  if (on < earliest) throw new HubError('BAD_USER_INPUT', { field, expected: `≥ ${earliest}` });
}
