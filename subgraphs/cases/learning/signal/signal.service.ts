import type { Caller } from '../../../../platform/identity/caller.js';
import { HubError } from '../../../../platform/errors/errors.js';
import { isUuid } from '../../../../platform/input/identifiers.js';
import { assertMayStep } from '../../../../platform/policy/lifecycle.js';
import { regionOfWork } from '../../access/work.rules.js';
import { dayAhead } from '../../lists/days.rules.js';
import type { SignalForum, SignalState } from '../learning.vocabulary.js';
import type { LearningReviewStore } from '../review/learning-review.store.js';
import { assertForum, signalLifecycle, stepTo } from './signal.rules.js';
import type { NewSignal, SignalStore } from './signal.store.js';

interface Stores {
  readonly signals: SignalStore;
  readonly reviews: LearningReviewStore;
  readonly now: () => Promise<Date>;
}

/** What is asked of a signal, as it was when it was read. */
export interface AskedAnswer {
  readonly signalId: string;
  readonly version: number;
  readonly state: SignalState;
  readonly escalatedTo: SignalForum | null;
}

const longestDays = 366;

/** Raises and answers signals, in the transaction of the request. */
export function signalService({ signals, reviews, now }: Stores) {
  return {
    /** Throws BAD_USER_INPUT, or NOT_FOUND for a review that is not there. */
    async raise(caller: Caller, asked: NewSignal): Promise<string> {
      const { ownerOrganisationId, learningReviewId, dueOn } = asked;
      if (!isUuid(ownerOrganisationId))
        throw new HubError('BAD_USER_INPUT', { field: 'ownerOrganisationId', expected: 'UUID' });
      dayAhead('dueOn', dueOn, await now(), longestDays);
      if (
        learningReviewId !== null &&
        !(isUuid(learningReviewId) && (await reviews.findByIds(caller, [learningReviewId])).size > 0)
      )
        throw new HubError('NOT_FOUND');
      return signals.add(regionOfWork(caller), asked);
    },

    /** Throws FORBIDDEN, NOT_FOUND, VERSION_CONFLICT or STATE_CONFLICT. */
    async answer(caller: Caller, { signalId, version, state, escalatedTo }: AskedAnswer): Promise<void> {
      const step = signalLifecycle.steps[stepTo(state)];
      assertMayStep(caller, step);
      assertForum(state, escalatedTo);
      const locked = isUuid(signalId) ? await signals.lock(caller, signalId) : null;
      if (!locked) throw new HubError('NOT_FOUND');
      if (locked.version !== version) throw new HubError('VERSION_CONFLICT', { version: locked.version });
      if (!step.from.includes(locked.state)) throw new HubError('STATE_CONFLICT', { state: locked.state });
      await signals.change(signalId, state, escalatedTo);
    },
  };
}
