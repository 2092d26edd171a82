import { useState, type ReactNode } from 'react';
import { escalateRequest } from '../../generated/operations.js';
import { escalationReason, type EscalationReason } from '../../generated/words.js';
import { keyed, useOnce } from '../../hub/use-once.js';
import { Pick } from '../../parts/fields.js';
import { StepForm } from '../step-form.js';
import type { RequestFormProps } from './request-steps.js';

/** Puts a question before the brokers of the region. */
export function EscalateForm({ request, title, onChanged, onCancel }: RequestFormProps): ReactNode {
  const [reason, setReason] = useState<EscalationReason | ''>('');
  const [isTried, setTried] = useState(false);
  const escalating = useOnce(escalateRequest);
  const take = async (): Promise<void> => {
    setTried(true);
    if (reason === '') return;
    if (await escalating.take({ requestId: request.id, version: request.version, reason }, keyed))
      onChanged('Voorgelegd aan de zorgbemiddelaars van de regio.');
  };
  return (
    <StepForm
      label={`Leg voor aan de regio: ${title}`}
      submit={escalating.isTaking ? 'Legt voor …' : 'Leg voor'}
      isTaking={escalating.isTaking}
      isWrong={reason === ''}
      error={escalating.error}
      onSubmit={take}
      onCancel={onCancel}
    >
      <Pick
        label="Waarom legt u dit voor?"
        words={escalationReason}
        empty="kies"
        value={reason}
        fault={isTried && reason === '' ? 'Kies een reden.' : undefined}
        onChange={setReason}
      />
    </StepForm>
  );
}
