import type { ReactNode } from 'react';
import { closeConsultation } from '../../generated/operations.js';
import { upon, useOnce } from '../../hub/use-once.js';
import { StepForm } from '../../parts/forms/step-form.js';
import type { QuestionStepProps } from './question-steps.js';
import { questionName } from './questions.js';

/** Ends a question about which nothing more is to be done. */
export function CloseForm({ question, onAnswered, onDone, onCancel }: QuestionStepProps): ReactNode {
  const closing = useOnce(closeConsultation, undefined, onAnswered);
  const name = questionName(question);
  const close = async (): Promise<void> => {
    if (await closing.take({ consultationId: question.id }, upon(question.version))) onDone(`Afgesloten: ${name}.`);
  };
  const hasOutcome = (question.outcomes ?? []).length > 0;
  return (
    <StepForm
      label={`Sluit af: ${name}`}
      submit={closing.isTaking ? 'Sluit af …' : 'Sluit de vraag af'}
      isTaking={closing.isTaking}
      isWrong={false}
      error={closing.error}
      onSubmit={close}
      onCancel={onCancel}
    >
      <p>
        {!hasOutcome && 'Er is nog geen uitkomst vastgelegd. Weet u die al? Leg die dan eerst vast. '}
        De vraag gaat uit deze lijst. Dit kan niet terug.
      </p>
    </StepForm>
  );
}
