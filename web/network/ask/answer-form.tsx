import type { ReactNode } from 'react';
import { answerRequest } from '../../generated/operations.js';
import { networkAnswer, type NetworkAnswer } from '../../generated/words.js';
import { upon, useOnce } from '../../hub/use-once.js';
import { ChoiceForm } from '../../parts/forms/choice-form.js';
import type { RequestFormProps } from './request-steps.js';
import { answerWords } from './requests.js';

/** Says that somebody called back, or what was answered. */
export function AnswerForm({ request, title, onChanged, onCancel }: RequestFormProps): ReactNode {
  const answering = useOnce(answerRequest);
  const take = async (answer: NetworkAnswer): Promise<void> => {
    if (await answering.take({ requestId: request.id, answer }, upon(request.version)))
      onChanged(`Opgeschreven: ${networkAnswer[answer]}.`);
  };
  return (
    <ChoiceForm
      label={`Antwoord op ${title}`}
      submit={answering.isTaking ? 'Schrijft op …' : 'Schrijf op'}
      question="Wat kwam eruit?"
      words={answerWords(request) as Record<NetworkAnswer, string>}
      missing="Kies wat eruit kwam."
      step={answering}
      onChosen={take}
      onCancel={onCancel}
    />
  );
}
