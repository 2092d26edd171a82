import { HubError } from '../../../platform/errors/errors.js';
import type { Caller } from '../../../platform/identity/caller.js';
import { remark } from '../../../platform/input/free-text.js';
import { isUuid } from '../../../platform/input/identifiers.js';
import type { CaseReadModel } from '../case/reading/case.read-model.js';
import { knowsWhereabouts } from '../case/whereabouts/restriction.rules.js';
import type { BreakGlassReadModel, SeenBreakGlass } from './break-glass.read-model.js';
import { assertFreshFactor, explanationOf, mostInAMonth, reviewWorkingDays } from './break-glass.rules.js';
import type { BreakGlassStore, NewBreakGlass, NewReview } from './break-glass.store.js';
import { workingDayAfter } from './working-days.rules.js';

export type AskedBreakGlass = Pick<NewBreakGlass, 'caseId' | 'reason' | 'explanation'>;

interface Parts {
  readonly cases: CaseReadModel;
  readonly glasses: BreakGlassStore;
  readonly read: BreakGlassReadModel;
}

const longestNote = 1_000;

/** What brokers do with restricted cases in an emergency, and what the privacy officer says of it, in the transaction of the request. */
export function breakGlassService({ cases, glasses, read }: Parts) {
  const findOne = async (caller: Caller, id: string): Promise<SeenBreakGlass> => {
    const found = isUuid(id) ? (await read.findByIds(caller, [id])).get(id) : undefined;
    if (!found) throw new HubError('NOT_FOUND');
    return found;
  };

  return {
    /**
     * Opens what one restricted case hides, for this caller and purpose and for an hour. Throws SECOND_FACTOR_NEEDED, BAD_USER_INPUT,
     * CONTAINS_BSN, CONTAINS_PERSONAL_DATA, NOT_FOUND, BREAK_GLASS_NOT_NEEDED or BREAK_GLASS_BLOCKED.
     */
    async open(caller: Caller, { caseId, reason, explanation }: AskedBreakGlass): Promise<string> {
      assertFreshFactor(caller, new Date());
      const words = explanationOf(explanation);
      if (knowsWhereabouts(caller, await cases.findOne(caller, caseId))) throw new HubError('BREAK_GLASS_NOT_NEEDED');
      const { subject, purpose } = caller;
      if ((await glasses.countOfMonth(subject)) >= mostInAMonth)
        throw new HubError('BREAK_GLASS_BLOCKED', { limit: mostInAMonth });
      const reviewDueOn = workingDayAfter(await glasses.today(), reviewWorkingDays);
      return glasses.add({ caseId, subject, purpose, reason, explanation: words, reviewDueOn });
    },

    /** Ends what the caller opened, before its time. Throws NOT_FOUND or STATE_CONFLICT. */
    async end(caller: Caller, id: string): Promise<string> {
      const found = await findOne(caller, id);
      if (found.subject !== caller.subject) throw new HubError('NOT_FOUND');
      if (!(await glasses.end(caller.subject, id))) throw new HubError('STATE_CONFLICT', { state: 'ENDED' });
      return id;
    },

    /** Says what was found. Throws NOT_FOUND, OWN_BREAK_GLASS, STATE_CONFLICT, BAD_USER_INPUT, CONTAINS_BSN or CONTAINS_PERSONAL_DATA. */
    async review(caller: Caller, { breakGlassId, verdict, note }: Omit<NewReview, 'reviewedBy'>): Promise<string> {
      const words = remark('note', note, longestNote);
      const found = await findOne(caller, breakGlassId);
      if (found.subject === caller.subject) throw new HubError('OWN_BREAK_GLASS');
      if (!(await glasses.review({ breakGlassId, verdict, note: words, reviewedBy: caller.subject })))
        throw new HubError('STATE_CONFLICT', { state: found.verdict ?? 'REVIEWED' });
      return breakGlassId;
    },
  };
}
