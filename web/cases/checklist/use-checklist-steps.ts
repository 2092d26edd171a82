import { useState } from 'react';
import type { CombinedError } from 'urql';
import { answerChecklistItem, completeChecklist } from '../../generated/operations.js';
import { isAnswered } from '../../hub/intention.js';
import { upon, useStepOnce } from '../../hub/use-once.js';
import { useSay } from '../../parts/telling/announcer.js';
import type { Draft, Question } from './questions.js';

interface ReadChecklist {
  readonly id: string;
  readonly version: number | null;
}

/** The steps of a checklist. Each gives whether somebody may go on; `error` says why not, until it is forgotten. */
export function useChecklistSteps(checklist: ReadChecklist, purpose: string, onChanged: () => void) {
  const [isAnswering, takeAnswer] = useStepOnce(answerChecklistItem, purpose);
  const [isCompleting, takeCompletion] = useStepOnce(completeChecklist, purpose);
  const [error, setError] = useState<CombinedError>();
  const say = useSay();
  const version = useNewest(checklist.version ?? 0);
  const settle = (refused: CombinedError | undefined, said: string): boolean => {
    setError(refused);
    if (!refused) say(said);
    if (isAnswered(refused)) onChanged();
    return !refused;
  };
  const caseId = checklist.id;
  return {
    isTaking: isAnswering || isCompleting,
    error,
    forget: () => setError(undefined),
    /** What is saved already is not sent again. */
    async answer({ saved, meantOf }: Question, draft: Draft): Promise<boolean> {
      if (draft.value === saved.value && draft.reason === saved.reason) return true;
      const taken = await takeAnswer({ caseId, ...meantOf(draft) }, upon(version.newest));
      version.tell(taken.data?.answerChecklistItem?.checklist?.version);
      return settle(taken.error, 'Antwoord opgeslagen.');
    },
    async complete(): Promise<boolean> {
      const taken = await takeCompletion({ caseId }, upon(version.newest));
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
