import type { ReactNode } from 'react';
import { abandonConsultation } from '../../generated/operations.js';
import { abandonReason, type AbandonReason } from '../../generated/words.js';
import { upon, useOnce } from '../../hub/use-once.js';
import { ChoiceForm } from '../../parts/forms/choice-form.js';
import type { StepEnds } from '../../parts/forms/step-buttons.js';
import type { WaitingQuestion } from './question.js';

interface AbandonFormProps extends StepEnds {
  readonly question: WaitingQuestion;
  readonly name: string;
  /** Told when the hub answered: what is shown may be out of date. */
  readonly onAnswered: () => void;
}

/** Breaks off a question that nobody goes on with, and says why. */
export function AbandonForm({ question, name, onAnswered, onDone, onCancel }: AbandonFormProps): ReactNode {
  const abandoning = useOnce(abandonConsultation, undefined, onAnswered);
  const abandon = async (reason: AbandonReason): Promise<void> => {
    if (await abandoning.take({ consultationId: question.id, reason }, upon(question.version)))
      onDone(`Afgebroken: ${name}.`);
  };
  return (
    <ChoiceForm<AbandonReason>
      label={`Breek af: ${name}`}
      submit={abandoning.isTaking ? 'Breekt af …' : 'Breek de vraag af'}
      question="Waarom gaat u niet verder?"
      words={abandonReason}
      missing="Kies waarom u niet verdergaat."
      step={abandoning}
      onChosen={abandon}
      onCancel={onCancel}
    >
      <p>De vraag gaat uit deze lijst, zonder eerste contact. Dit kan niet terug.</p>
    </ChoiceForm>
  );
}
