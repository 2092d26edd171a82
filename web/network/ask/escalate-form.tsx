import type { ReactNode } from 'react';
import { escalateRequest } from '../../generated/operations.js';
import { escalationReason, type EscalationReason } from '../../generated/words.js';
import { upon, useOnce } from '../../hub/use-once.js';
import { ChoiceForm } from '../../parts/forms/choice-form.js';
import type { RequestFormProps } from './request-steps.js';

/** Puts a question before the brokers of the region. */
export function EscalateForm({ request, title, onChanged, onCancel }: RequestFormProps): ReactNode {
  const escalating = useOnce(escalateRequest);
  const take = async (reason: EscalationReason): Promise<void> => {
    if (await escalating.take({ requestId: request.id, reason }, upon(request.version)))
      onChanged('Voorgelegd aan de zorgbemiddelaars van de regio.');
  };
  return (
    <ChoiceForm
      label={`Leg voor aan de regio: ${title}`}
      submit={escalating.isTaking ? 'Legt voor …' : 'Leg voor'}
      question="Waarom legt u dit voor?"
      words={escalationReason}
      missing="Kies een reden."
      step={escalating}
      onChosen={take}
      onCancel={onCancel}
    />
  );
}
