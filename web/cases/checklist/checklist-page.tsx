import { useState, type ReactNode } from 'react';
import { residentialChecklist, type ResidentialChecklistData } from '../../generated/operations.js';
import { useAnswer } from '../../hub/use-hub.js';
import { useKept } from '../../hub/use-kept.js';
import { useFocusOn } from '../../parts/forms/focus.js';
import { CasePart } from '../case-part.js';
import { PurposeGate } from '../purpose.js';
import { QuestionForm, stepId } from './question-form.js';
import { firstMissing, questionsOf } from './questions.js';
import { Summary } from './summary.js';
import { useChecklistSteps } from './use-checklist-steps.js';

/** The checklist of a case, one question at a time; it goes on where somebody stopped. */
export function ChecklistPage({ id }: { readonly id: string }): ReactNode {
  return <PurposeGate caseId={id}>{(purpose) => <Shown id={id} purpose={purpose} />}</PurposeGate>;
}

function Shown({ id, purpose }: { readonly id: string; readonly purpose: string }): ReactNode {
  const asked = useAnswer(residentialChecklist, { caseId: id }, { purpose });
  const found = useKept(asked.data?.case);
  return (
    <CasePart id={id} title="Checklist voor een groep" asked={asked} found={found}>
      {found?.residentialChecklist && (
        <Flow checklist={found.residentialChecklist} purpose={purpose} onChanged={asked.askAgain} />
      )}
    </CasePart>
  );
}

interface FlowProps {
  readonly checklist: NonNullable<NonNullable<ResidentialChecklistData['case']>['residentialChecklist']>;
  readonly purpose: string;
  readonly onChanged: () => void;
}

function Flow({ checklist, purpose, onChanged }: FlowProps): ReactNode {
  const questions = questionsOf(checklist);
  const [index, setIndex] = useState(() => firstMissing(questions));
  const steps = useChecklistSteps(checklist, purpose, onChanged);
  const focusOn = useFocusOn();
  const goTo = (next: number): void => {
    steps.forget();
    setIndex(next);
    focusOn(stepId);
  };
  const question = questions[index];
  const { isTaking, error } = steps;
  if (!question)
    return (
      <Summary
        {...{ questions, isTaking, error, onChange: goTo }}
        isComplete={checklist.state === 'COMPLETE'}
        onComplete={() => void steps.complete().then((isDone) => isDone && focusOn(stepId))}
      />
    );
  return (
    <QuestionForm
      key={question.key}
      {...{ question, isTaking, error, position: index + 1, count: questions.length }}
      onPrevious={() => goTo(index - 1)}
      onNext={(draft) => void steps.answer(question, draft).then((isDone) => isDone && goTo(index + 1))}
    />
  );
}
