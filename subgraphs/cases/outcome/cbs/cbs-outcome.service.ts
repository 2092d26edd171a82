import type { Caller } from '../../../../platform/identity/caller.js';
import { HubError } from '../../../../platform/errors/errors.js';
import type { CaseReadModel } from '../../case/reading/case.read-model.js';
import { dayPast } from '../../lists/days.rules.js';
import type { CbsOutcomeStore, NewCbsOutcome } from './cbs-outcome.store.js';

/** Writes down what CBS asks, in the transaction of the request. Of a case that is closed too: it is asked at the end. */
export function cbsOutcomeService({ cases, outcomes }: { cases: CaseReadModel; outcomes: CbsOutcomeStore }) {
  return {
    /** Throws NOT_FOUND or BAD_USER_INPUT. */
    async record(caller: Caller, caseId: string, outcome: NewCbsOutcome): Promise<void> {
      const file = await cases.findOne(caller, caseId);
      within('satisfaction', outcome.satisfaction, 10);
      within('canGoOn', outcome.canGoOn, 4);
      dayPast('measuredOn', outcome.measuredOn, await outcomes.now());
      await outcomes.add(file.id, outcome);
    },
  };
}

function within(field: string, value: number | null, most: number): void {
  if (value !== null && (value < 1 || value > most))
    throw new HubError('BAD_USER_INPUT', { field, expected: `1–${most}` });
}
