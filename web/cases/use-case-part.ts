import { useLiveAnswer } from '../hub/live/use-live.js';
import type { PageOperation } from '../hub/operation.js';
import { useKept } from '../hub/use-kept.js';
import { useTold } from '../parts/telling/use-told.js';

/** What a part of a case is asked by. */
type PartOperation<Found> = PageOperation<{ readonly case: Found | null }, { readonly caseId: string }>;

/** A part of a case as it is now, and what came of the steps that are taken there. */
export function useCasePart<Found>(operation: PartOperation<Found>, caseId: string, purpose: string) {
  const asked = useLiveAnswer(operation, { caseId }, { purpose });
  const found = useKept(asked.data?.case);
  const { text, turn, tell } = useTold();
  const { askAgain } = asked;
  return {
    asked,
    found,
    told: { text, turn },
    steps: {
      purpose,
      /** Told when the hub said what came of a step, be it that it refused: what is shown may be out of date. */
      onAnswered: askAgain,
      /** Told with what came of a step. */
      onDone: tell,
    },
  };
}
