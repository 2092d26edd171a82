import { SecondaryActionButton } from '@utrecht/button-react';
import type { ReactNode } from 'react';
import { OutcomeForm } from '../../cases/care/outcome-form.js';
import type { StepEnds } from '../../parts/forms/step-buttons.js';
import { Overtaken } from '../../parts/forms/overtaken.js';
import { useOpenStep } from '../../parts/forms/use-open-step.js';
import { CloseForm } from './close-form.js';
import { DoneForm } from './done-form.js';
import type { QuestionCardProps } from './question-card.js';
import { questionName, stepsLeft, type QuestionStep } from './questions.js';

const words: Readonly<Record<QuestionStep, string>> = {
  did: 'Schrijf op wat u deed',
  outcome: 'Leg de uitkomst vast',
  close: 'Sluit af',
};

/** What each form of a step with a question takes. */
export interface QuestionStepProps extends Pick<QuestionCardProps, 'question' | 'onAnswered'>, StepEnds {}

/** What can be done with a question that runs. Its form stays open though the question leaves the list. */
export function QuestionSteps({
  question,
  onBegun,
  onAnswered,
  onDone,
}: Omit<QuestionCardProps, 'hasLeft'>): ReactNode {
  const { open, last, start, cancel, done } = useOpenStep<QuestionStep>(onBegun);
  const name = questionName(question);
  const ends = { onAnswered, onDone: done(onDone), onCancel: cancel };
  const steps = stepsLeft(question);
  if (open !== null && !steps.includes(open))
    return (
      <Overtaken text="Dit kan niet meer: deze vraag is intussen beëindigd." onClose={cancel}>
        {steps.map((step) => (
          <StepButton key={step} {...{ word: words[step], name }} onClick={() => start(step)} />
        ))}
      </Overtaken>
    );
  if (open === 'did') return <DoneForm question={question} {...ends} />;
  if (open === 'close') return <CloseForm question={question} {...ends} />;
  if (open === 'outcome') return <OutcomeForm consultation={question} name={name} {...ends} />;
  return (
    <p className="buttons screen-only">
      {steps.map((step) => (
        <StepButton key={step} {...{ word: words[step], name }} isFocused={step === last} onClick={() => start(step)} />
      ))}
    </p>
  );
}

interface StepButtonProps {
  readonly word: string;
  readonly name: string;
  readonly isFocused?: boolean;
  readonly onClick: () => void;
}

function StepButton({ word, name, isFocused = false, onClick }: StepButtonProps): ReactNode {
  return (
    <SecondaryActionButton autoFocus={isFocused} onClick={onClick}>
      {word}
      <span className="unseen">: {name}</span>
    </SecondaryActionButton>
  );
}
