import { useState } from 'react';
import type { CombinedError } from 'urql';
import { answerChecklistItem, completeChecklist } from '../../generated/operations.js';
import { isAnswered, useIntention } from '../../hub/intention.js';
import { useStep } from '../../hub/use-hub.js';
import { useSay } from '../../parts/announcer.js';
import type { Draft, Question } from './questions.js';

interface ReadChecklist {
  readonly id: string;
  readonly version: number | null;
}

/** The steps of a checklist. Each gives whether somebody may go on; `error` says why not, until it is forgotten. */
export function useChecklistSteps(checklist: ReadChecklist, purpose: string, onChanged: () => void) {
  const [isAnswering, takeAnswer] = useStep(answerChecklistItem, purpose);
  const [isCompleting, takeCompletion] = useStep(completeChecklist, purpose);
  const [error, setError] = useState<CombinedError>();
  const intention = useIntention();
  const say = useSay();
  const version = useNewest(checklist.version ?? 0);
  const settle = (refused: CombinedError | undefined, said: string): boolean => {
    intention.settle(refused);
    setError(refused);
    if (!refused) say(said);
    if (isAnswered(refused)) onChanged();
    return !refused;
  };
  const keyed = <Meant extends object>(meant: Meant) => {
    const input = { ...meant, caseId: checklist.id, version: version.newest };
    return { input: { ...input, idempotencyKey: intention.of(input).idempotencyKey } };
  };
  return {
    isTaking: isAnswering || isCompleting,
    error,
    forget: () => setError(undefined),
    /** What is saved already is not sent again. */
    async answer({ saved, meantOf }: Question, draft: Draft): Promise<boolean> {
      if (draft.value === saved.value && draft.reason === saved.reason) return true;
      const taken = await takeAnswer(keyed(meantOf(draft)));
      version.tell(taken.data?.answerChecklistItem?.checklist?.version);
      return settle(taken.error, 'Antwoord opgeslagen.');
    },
    async complete(): Promise<boolean> {
      const taken = await takeCompletion(keyed({}));
      version.tell(taken.data?.completeChecklist?.checklist?.version);
      return settle(taken.error, 'De checklist is afgerond.');
    },
  };
}

/** The newest version that is known: who answers fast is ahead of what is read again. */
function useNewest(read: number) {
  const [told, setTold] = useState(0);
  return {
    newest: Math.max(read, told),
    tell: (version: number | null | undefined): void => setTold(version ?? 0),
  };
}
