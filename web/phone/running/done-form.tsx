import type { ReactNode } from 'react';
import { recordIntervention } from '../../generated/operations.js';
import { interventionKind, type InterventionKind } from '../../generated/words.js';
import { upon, useOnce } from '../../hub/use-once.js';
import { ChoiceForm } from '../../parts/forms/choice-form.js';
import type { QuestionStepProps } from './question-steps.js';
import { leftToDo, questionName } from './questions.js';

/** Writes down what was done for the child. */
export function DoneForm({ question, onAnswered, onDone, onCancel }: QuestionStepProps): ReactNode {
  const recording = useOnce(recordIntervention, undefined, onAnswered);
  const record = async (intervention: InterventionKind): Promise<void> => {
    if (await recording.take({ consultationId: question.id, intervention }, upon(question.version)))
      onDone(`Opgeschreven: ${interventionKind[intervention]}.`);
  };
  return (
    <ChoiceForm<InterventionKind>
      label={`Schrijf op wat u deed: ${questionName(question)}`}
      submit={recording.isTaking ? 'Schrijft op …' : 'Schrijf op'}
      question="Wat deed u?"
      words={leftToDo(question) as Record<InterventionKind, string>}
      missing="Kies wat u deed."
      step={recording}
      onChosen={record}
      onCancel={onCancel}
    >
      <p>Gaf u alleen advies? Dan hoeft u hier niets op te schrijven.</p>
    </ChoiceForm>
  );
}
