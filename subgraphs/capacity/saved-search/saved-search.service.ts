import { HubError } from '../../../platform/errors/errors.js';
import type { Caller } from '../../../platform/identity/caller.js';
import { isUuid } from '../../../platform/input/identifiers.js';
import type { NeedFields } from '../../../vocabulary/need.js';
import { checkNeed, completeNeed } from '../options/need/need.rules.js';
import { mostOfOne } from './saved-search.rules.js';
import type { SavedSearchStore } from './saved-search.store.js';

/** What people do with the searches that they keep, in the transaction of the request. */
export function savedSearchService(searches: SavedSearchStore) {
  const assertThere = (isThere: boolean): void => {
    if (!isThere) throw new HubError('NOT_FOUND');
  };
  return {
    /** Throws BAD_USER_INPUT or UNKNOWN_MUNICIPALITY for a need that cannot be, NOT_FOUND for a case, TOO_MANY_SEARCHES. */
    async save(caller: Caller, given: NeedFields, caseId: string | null): Promise<string> {
      const need = completeNeed(given);
      checkNeed(need);
      if (caseId !== null) assertThere(isUuid(caseId) && (await searches.isOwnCase(caller, caseId)));
      await searches.takeTurn(caller);
      if ((await searches.countOwn(caller)) >= mostOfOne) throw new HubError('TOO_MANY_SEARCHES', { limit: mostOfOne });
      return searches.add(caller, need, caseId);
    },

    /** Throws NOT_FOUND. */
    async renew(caller: Caller, id: string): Promise<string> {
      assertThere(isUuid(id) && (await searches.renew(caller, id)));
      return id;
    },

    /** Throws NOT_FOUND. */
    async remove(caller: Caller, id: string): Promise<string> {
      assertThere(isUuid(id) && (await searches.remove(caller, id)));
      return id;
    },

    own: (caller: Caller) => searches.findOwn(caller),
  };
}
