import { randomUUID } from 'node:crypto';
import { HubError } from '../../../../platform/errors/errors.js';
import type { Caller } from '../../../../platform/identity/caller.js';
import { isUuid } from '../../../../platform/input/identifiers.js';
import { assertPeriod, assertWindows } from '../../availability/hours.rules.js';
import type { BookingStore, NewDeployment } from './booking.store.js';
import { assertCandidates, assertFrom, longestDays } from './candidates.js';

/** A duo as a broker asks it; where no first day is told it goes from today on. */
export type AskedDuo = Omit<NewDeployment, 'id' | 'fromOn'> & { readonly fromOn: string | null };

/** Sends duos to families, in the transaction of the request. */
export function bookingService(booking: BookingStore) {
  return {
    /**
     * Books both for the hours, or nobody. Throws NOT_FOUND, CASE_CLOSED or BAD_USER_INPUT; for whoever cannot go NOT_A_TEAM_MEMBER,
     * PROFESSIONAL_ABSENT, NO_HOURS_LEFT or ALREADY_IN_DUO.
     */
    async deploy(caller: Caller, asked: AskedDuo): Promise<string> {
      assertTwo(asked.professionalIds);
      assertWindows('hours', asked.hours);
      if (asked.hours.length === 0) throw new HubError('BAD_USER_INPUT', { field: 'hours', expected: '≥ 1' });
      const known = isUuid(asked.caseId) ? await booking.findCase(caller, asked.caseId) : null;
      if (!known) throw new HubError('NOT_FOUND');
      if (!known.isOpen) throw new HubError('CASE_CLOSED');
      const today = await booking.today();
      const fromOn = asked.fromOn ?? today;
      assertFrom('fromOn', fromOn, today);
      assertPeriod(fromOn, asked.toOn, longestDays);
      await assertCandidates(booking, asked.teamId, asked.professionalIds, { fromOn, toOn: asked.toOn });
      const id = randomUUID();
      await booking.add(caller, known.region, { ...asked, id, fromOn });
      return id;
    },
  };
}

function assertTwo(ids: readonly string[]): void {
  if (ids.length !== 2) throw new HubError('BAD_USER_INPUT', { field: 'professionalIds', expected: '2' });
  if (new Set(ids.map((id) => id.toLowerCase())).size !== 2) throw new HubError('ALREADY_IN_DUO');
}
