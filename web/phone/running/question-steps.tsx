import { SecondaryActionButton } from '@utrecht/button-react';
import type { ReactNode } from 'react';
import { OutcomeForm } from '../../cases/care/outcome-form.js';
import type { StepEnds } from '../../parts/forms/step-buttons.js';
import { useOpenStep } from '../../parts/forms/use-open-step.js';
import { CloseForm } from './close-form.js';
import { DoneForm } from './done-form.js';
import type { QuestionCardProps } from './question-card.js';
import { questionName } from './questions.js';

type Step = 'did' | 'outcome' | 'close';

const words: Readonly<Record<Step, string>> = {
  did: 'Schrijf op wat u deed',
  outcome: 'Leg de uitkomst vast',
  close: 'Sluit af',
};
const steps = Object.keys(words) as Step[];

/** What each form of a step with a question takes. */
export interface QuestionStepProps extends Pick<QuestionCardProps, 'question' | 'onAnswered'>, StepEnds {}

/** What can be done with a question that runs. Its form stays open though the question leaves the list. */
export function QuestionSteps({
  question,
  onBegun,
  onAnswered,
  onDone,
}: Omit<QuestionCardProps, 'hasLeft'>): ReactNode {
  const { open, last, start, cancel, done } = useOpenStep<Step>(onBegun);
  const name = questionName(question);
  const ends = { onAnswered, onDone: done(onDone), onCancel: cancel };
  if (open === 'did') return <DoneForm question={question} {...ends} />;
  if (open === 'close') return <CloseForm question={question} {...ends} />;
  if (open === 'outcome') return <OutcomeForm consultation={question} name={name} {...ends} />;
  return (
    <p className="buttons screen-only">
      {steps.map((step) => (
        <SecondaryActionButton key={step} autoFocus={step === last} onClick={() => start(step)}>
          {words[step]}
          <span className="unseen">: {name}</span>
        </SecondaryActionButton>
      ))}
    </p>
  );
}
