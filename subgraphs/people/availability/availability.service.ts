import { HubError } from '../../../platform/errors/errors.js';
import type { Caller } from '../../../platform/identity/caller.js';
import { isUuid } from '../../../platform/input/identifiers.js';
import type { AvailabilityStore } from './availability.store.js';
import { assertPeriod, assertWindows, type HoursOf } from './hours.rules.js';

const longestAbsenceDays = 366;

/** What an organisation says of when its own professionals can be asked, in the transaction of the request. Each throws NOT_FOUND for who is not its own. */
export function availabilityService(store: AvailabilityStore) {
  const lockOwn = async ({ organisationId }: Caller, id: string): Promise<string> => {
    const today = organisationId !== null && isUuid(id) ? await store.lockOwn(organisationId, id) : null;
    if (today === null) throw new HubError('NOT_FOUND');
    return today;
  };

  return {
    /** Replaces the week from a day on. Throws BAD_USER_INPUT. */
    async set(caller: Caller, id: string, fromOn: string | null, windows: readonly HoursOf[]): Promise<void> {
      assertWindows('windows', windows);
      const today = await lockOwn(caller, id);
      if (fromOn !== null && fromOn < today)
        throw new HubError('BAD_USER_INPUT', { field: 'fromOn', expected: `≥ ${today}` });
      await store.replaceFrom(id, fromOn ?? today, windows);
    },

    /** Throws BAD_USER_INPUT. What was promised to families stays: who is away is swapped. */
    async recordAbsence(caller: Caller, id: string, fromOn: string, toOn: string): Promise<void> {
      assertPeriod(fromOn, toOn, longestAbsenceDays);
      await lockOwn(caller, id);
      await store.addAbsence(id, fromOn, toOn);
    },

    async withdrawAbsence(caller: Caller, id: string, fromOn: string): Promise<void> {
      await lockOwn(caller, id);
      if (!(await store.removeAbsence(id, fromOn))) throw new HubError('NOT_FOUND');
    },
  };
}
