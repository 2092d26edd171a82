import type { Caller } from '../../../platform/identity/caller.js';
import { HubError } from '../../../platform/errors/errors.js';
import { isUuid } from '../../../platform/input/identifiers.js';
import { assertMayBegin } from '../access/work.rules.js';
import type { CaseReadModel } from '../case/reading/case.read-model.js';
import type { KnownPlaces } from '../known/known-places.read-model.js';
import type { JudgementStore, NewJudgement } from './judgement.store.js';

interface Parts {
  readonly cases: CaseReadModel;
  readonly places: KnownPlaces;
  readonly judgements: JudgementStore;
}

/** What the owner of a case and its brokers think of options, in the transaction of the request. */
export function judgementService({ cases, places, judgements }: Parts) {
  return {
    /** Throws NOT_FOUND when there is no such case or offer, CASE_CLOSED or CASE_RESTRICTED. */
    async judge(caller: Caller, judgement: NewJudgement): Promise<string> {
      assertMayBegin(caller, await cases.findOne(caller, judgement.caseId));
      const offer = isUuid(judgement.offerId) ? await places.findOffer(judgement.offerId) : null;
      if (!offer) throw new HubError('NOT_FOUND');
      return judgements.add(judgement);
    },
  };
}
