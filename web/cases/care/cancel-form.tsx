import type { ReactNode } from 'react';
import { cancelPlacement } from '../../generated/operations.js';
import { endReason, type EndReason } from '../../generated/words.js';
import { upon, useOnce } from '../../hub/use-once.js';
import { ChoiceForm } from '../../parts/forms/choice-form.js';
import { withoutCodes } from '../../parts/dutch.js';
import { careName } from './care.js';
import type { CareStepProps } from './placement-card.js';

/** Says that care does not start that was allocated, and why. */
export function CancelForm({ placement, purpose, onAnswered, onDone, onCancel }: CareStepProps): ReactNode {
  const cancelling = useOnce(cancelPlacement, purpose, onAnswered);
  const cancel = async (reason: EndReason): Promise<void> => {
    const meant = { placementId: placement.id, reason };
    if (await cancelling.take(meant, upon(placement.version))) onDone(`Gaat niet door: ${careName(placement)}.`);
  };
  return (
    <ChoiceForm
      label={`Gaat niet door: ${careName(placement)}`}
      submit={cancelling.isTaking ? 'Schrijft op …' : 'De zorg gaat niet door'}
      question="Waarom begint de zorg niet?"
      words={withoutCodes(endReason)}
      missing="Kies een reden."
      step={cancelling}
      onChosen={cancel}
      onCancel={onCancel}
    >
      <p>Dit kan niet terug. {placement.hold && 'De plek die werd vastgehouden, komt weer vrij.'}</p>
    </ChoiceForm>
  );
}
