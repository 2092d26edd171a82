import type { ReactNode } from 'react';
import { startPlacement } from '../../generated/operations.js';
import { keyed, useOnce } from '../../hub/use-once.js';
import { careName } from './care.js';
import { DayForm } from './day-form.js';
import type { CareStepProps } from './placement-card.js';

/** Says that care started. */
export function StartForm({ placement, purpose, onRefused, onDone, onCancel }: CareStepProps): ReactNode {
  const starting = useOnce(startPlacement, purpose, onRefused);
  const start = async (startedAt: string | undefined): Promise<void> => {
    const meant = { placementId: placement.id, version: placement.version ?? 0, ...(startedAt && { startedAt }) };
    if (await starting.take(meant, keyed)) onDone(`Gestart: ${careName(placement)}.`);
  };
  return (
    <DayForm
      label={`Start: ${careName(placement)}`}
      submit={starting.isTaking ? 'Schrijft op …' : 'De zorg is gestart'}
      question="Op welke dag begon de zorg?"
      step={starting}
      onChosen={start}
      onCancel={onCancel}
    />
  );
}
