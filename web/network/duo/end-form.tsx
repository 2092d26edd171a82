import type { ReactNode } from 'react';
import { endDeployment } from '../../generated/operations.js';
import { deploymentEndReason, type DeploymentEndReason } from '../../generated/words.js';
import { upon, useOnce } from '../../hub/use-once.js';
import { ChoiceForm } from '../../parts/forms/choice-form.js';
import type { DeploymentFormProps } from './deployment-steps.js';
import { goingNames } from './people.js';

/** Ends a duo before its last day; today is then the last, or nothing of it happened where it had not begun. */
export function EndForm({ deployment, onChanged, onCancel }: DeploymentFormProps): ReactNode {
  const { id, version, status } = deployment;
  const ending = useOnce(endDeployment);
  const end = async (reason: DeploymentEndReason): Promise<void> => {
    if (version !== null && (await ending.take({ deploymentId: id, reason }, upon(version))))
      onChanged(`Beëindigd: ${goingNames(deployment)}. Hun uren zijn weer vrij.`);
  };
  return (
    <ChoiceForm
      label={`Beëindig ${goingNames(deployment)}`}
      submit={ending.isTaking ? 'Beëindigt …' : 'Beëindig het duo'}
      question="Waarom stopt het duo?"
      words={deploymentEndReason}
      missing="Kies een reden."
      step={ending}
      onChosen={end}
      onCancel={onCancel}
    >
      <p>Dit kan niet terug. {status === 'PLANNED' ? 'Het duo begint dan niet.' : 'Vandaag is de laatste dag.'}</p>
    </ChoiceForm>
  );
}
