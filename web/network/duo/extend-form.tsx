import { useState, type ReactNode } from 'react';
import { extendDeployment } from '../../generated/operations.js';
import { upon, useOnce } from '../../hub/use-once.js';
import { day } from '../../parts/dutch.js';
import { Text } from '../../parts/forms/fields.js';
import { StepForm } from '../../parts/forms/step-form.js';
import type { DeploymentFormProps } from './deployment-steps.js';
import { goingNames } from './people.js';

/** Lets a duo go on for longer. */
export function ExtendForm({ deployment, onChanged, onCancel }: DeploymentFormProps): ReactNode {
  const { id, version, toOn } = deployment;
  const [until, setUntil] = useState(toOn ?? '');
  const [isTried, setTried] = useState(false);
  const extending = useOnce(extendDeployment);
  const isWrong = toOn === null || until <= toOn;
  const extend = async (): Promise<void> => {
    setTried(true);
    if (isWrong || version === null) return;
    if (await extending.take({ deploymentId: id, toOn: until }, upon(version)))
      onChanged(`Verlengd: ${goingNames(deployment)} gaan tot en met ${day(until)}.`);
  };
  return (
    <StepForm
      label={`Verleng ${goingNames(deployment)}`}
      submit={extending.isTaking ? 'Verlengt …' : 'Verleng het duo'}
      isTaking={extending.isTaking}
      isWrong={isWrong}
      error={extending.error}
      onSubmit={extend}
      onCancel={onCancel}
    >
      <Text
        label="Nieuwe laatste dag"
        type="date"
        size="short"
        value={until}
        fault={isTried && isWrong ? 'Kies een dag na de laatste dag die al is afgesproken.' : undefined}
        onChange={setUntil}
      />
    </StepForm>
  );
}
