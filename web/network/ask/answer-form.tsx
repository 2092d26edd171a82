import { useState, type ReactNode } from 'react';
import { answerRequest } from '../../generated/operations.js';
import { networkAnswer, type NetworkAnswer } from '../../generated/words.js';
import { keyed, useOnce } from '../../hub/use-once.js';
import { Pick } from '../../parts/fields.js';
import { StepForm } from '../step-form.js';
import type { RequestFormProps } from './request-steps.js';
import { answerWords } from './requests.js';

/** Says that somebody called back, or what was answered. */
export function AnswerForm({ request, title, onChanged, onCancel }: RequestFormProps): ReactNode {
  const [answer, setAnswer] = useState<NetworkAnswer | ''>('');
  const [isTried, setTried] = useState(false);
  const answering = useOnce(answerRequest);
  const take = async (): Promise<void> => {
    setTried(true);
    if (answer === '') return;
    if (await answering.take({ requestId: request.id, version: request.version, answer }, keyed))
      onChanged(`Opgeschreven: ${networkAnswer[answer]}.`);
  };
  return (
    <StepForm
      label={`Antwoord op ${title}`}
      submit={answering.isTaking ? 'Schrijft op …' : 'Schrijf op'}
      isTaking={answering.isTaking}
      isWrong={answer === ''}
      error={answering.error}
      onSubmit={take}
      onCancel={onCancel}
    >
      <Pick
        label="Wat kwam eruit?"
        words={answerWords(request) as Record<NetworkAnswer, string>}
        empty="kies"
        value={answer}
        fault={isTried && answer === '' ? 'Kies wat eruit kwam.' : undefined}
        onChange={setAnswer}
      />
    </StepForm>
  );
}
