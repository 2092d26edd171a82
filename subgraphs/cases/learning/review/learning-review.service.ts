import type { Caller } from '../../../../platform/identity/caller.js';
import { HubError } from '../../../../platform/errors/errors.js';
import { regionOfWork } from '../../access/work.rules.js';
import type { CaseReadModel } from '../../case/reading/case.read-model.js';
import { dayPast } from '../../lists/days.rules.js';
import type { LearningReviewStore, NewLearningReview } from './learning-review.store.js';

interface Stores {
  readonly reviews: LearningReviewStore;
  readonly cases: CaseReadModel;
  readonly now: () => Promise<Date>;
}

const mostCases = 20;

/** Writes down what was learned, in the transaction of the request. */
export function learningReviewService({ reviews, cases, now }: Stores) {
  return {
    /** Throws BAD_USER_INPUT, or NOT_FOUND for a case that is not the caller's to work on. */
    async record(
      caller: Caller,
      { helped, hindered, sharedIn, heldOn }: NewLearningReview,
      caseIds: readonly string[],
    ) {
      const once = [...new Set(caseIds)];
      if (once.length < 1 || once.length > mostCases)
        throw new HubError('BAD_USER_INPUT', { field: 'caseIds', expected: `1–${mostCases}` });
      if (helped.length + hindered.length === 0)
        throw new HubError('BAD_USER_INPUT', { field: 'helped', expected: '≥ 1' });
      dayPast('heldOn', heldOn, await now());
      if ((await cases.countWorkedOn(caller, once)) < once.length) throw new HubError('NOT_FOUND');
      const review = { heldOn, helped: distinct(helped), hindered: distinct(hindered), sharedIn: distinct(sharedIn) };
      return reviews.add(regionOfWork(caller), review, once);
    },
  };
}

function distinct<C>(codes: readonly C[]): C[] {
  return [...new Set(codes)];
}
