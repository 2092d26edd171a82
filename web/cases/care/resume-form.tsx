import type { ReactNode } from 'react';
import { resumePlacement } from '../../generated/operations.js';
import { upon, useOnce } from '../../hub/use-once.js';
import { StepForm } from '../../parts/forms/step-form.js';
import { careName } from './care.js';
import type { CareStepProps } from './placement-card.js';

/** Says that care goes on that was interrupted. */
export function ResumeForm({ placement, purpose, onAnswered, onDone, onCancel }: CareStepProps): ReactNode {
  const resuming = useOnce(resumePlacement, purpose, onAnswered);
  const resume = async (): Promise<void> => {
    const meant = { placementId: placement.id };
    if (await resuming.take(meant, upon(placement.version))) onDone(`Gaat verder: ${careName(placement)}.`);
  };
  return (
    <StepForm
      label={`Hervat: ${careName(placement)}`}
      submit={resuming.isTaking ? 'Schrijft op …' : 'De zorg gaat verder'}
      isTaking={resuming.isTaking}
      isWrong={false}
      error={resuming.error}
      onSubmit={resume}
      onCancel={onCancel}
    >
      <p>De zorg loopt dan weer, vanaf nu.</p>
    </StepForm>
  );
}
