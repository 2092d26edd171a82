import type { ReactNode } from 'react';
import { startPlacement } from '../../generated/operations.js';
import { upon, useOnce } from '../../hub/use-once.js';
import { careName } from './care.js';
import { DayForm } from './day-form.js';
import type { CareStepProps } from './placement-card.js';

/** Says that care started. */
export function StartForm({ placement, purpose, onAnswered, onDone, onCancel }: CareStepProps): ReactNode {
  const starting = useOnce(startPlacement, purpose, onAnswered);
  const start = async (startedAt: string | undefined): Promise<void> => {
    const meant = { placementId: placement.id, ...(startedAt && { startedAt }) };
    if (await starting.take(meant, upon(placement.version))) onDone(`Gestart: ${careName(placement)}.`);
  };
  return (
    <DayForm
      label={`Start: ${careName(placement)}`}
      submit={starting.isTaking ? 'Schrijft op …' : 'De zorg is gestart'}
      question="Op welke dag begon de zorg?"
      from={placement.allocatedAt}
      step={starting}
      onChosen={start}
      onCancel={onCancel}
    />
  );
}
