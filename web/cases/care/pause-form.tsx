import type { ReactNode } from 'react';
import { pausePlacement } from '../../generated/operations.js';
import { upon, useOnce } from '../../hub/use-once.js';
import { careName } from './care.js';
import { DayForm } from './day-form.js';
import type { CareStepProps } from './placement-card.js';

/** Says that care is interrupted for a while. */
export function PauseForm({ placement, purpose, onAnswered, onDone, onCancel }: CareStepProps): ReactNode {
  const pausing = useOnce(pausePlacement, purpose, onAnswered);
  const pause = async (pausedAt: string | undefined): Promise<void> => {
    const meant = { placementId: placement.id, ...(pausedAt && { pausedAt }) };
    if (await pausing.take(meant, upon(placement.version))) onDone(`Onderbroken: ${careName(placement)}.`);
  };
  return (
    <DayForm
      label={`Onderbreek: ${careName(placement)}`}
      submit={pausing.isTaking ? 'Schrijft op …' : 'De zorg ligt stil'}
      question="Sinds welke dag ligt de zorg stil?"
      from={placement.startedAt}
      step={pausing}
      onChosen={pause}
      onCancel={onCancel}
    />
  );
}
