import type { RecordOutcomeInput } from '../../generated/operations.js';
import { resultKind, type ResultKind } from '../../generated/words.js';
import { dayFault } from './care.js';

/** What came of a question, as it stands in the form. */
export interface OutcomeDraft {
  readonly kind: ResultKind | '';
  readonly measuredOn: string;
  readonly isStable: 'YES' | 'NO' | '';
  readonly followUpOn: string;
}

export type OutcomeFaults = Readonly<Partial<Record<keyof OutcomeDraft, string>>>;

/** What a question can have led to: that nothing is known yet is no outcome. */
export const foundWords: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(resultKind).filter(([kind]) => kind !== 'OPEN'),
);

/** What is wrong with a draft on a day, by its field. */
export function outcomeFaults({ kind, measuredOn, followUpOn }: OutcomeDraft, today: string): OutcomeFaults {
  const measured = dayFault(measuredOn, today);
  return {
    ...(kind === '' && { kind: 'Kies wat eruit kwam.' }),
    ...(measured !== undefined && { measuredOn: measured }),
    ...(followUpOn !== '' && followUpOn <= today && { followUpOn: 'Kies een dag die nog komt, of laat dit leeg.' }),
  };
}

/** What the hub is told of it. */
export function outcomeOf({ kind, measuredOn, isStable, followUpOn }: OutcomeDraft & { readonly kind: ResultKind }) {
  return {
    ...{ kind, measuredOn },
    ...(isStable !== '' && { isStable: isStable === 'YES' }),
    ...(followUpOn !== '' && { followUpOn }),
  } satisfies Partial<RecordOutcomeInput>;
}
