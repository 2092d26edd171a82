import { useState, type ReactNode } from 'react';
import { endDeployment } from '../../generated/operations.js';
import { deploymentEndReason, type DeploymentEndReason } from '../../generated/words.js';
import { keyed, useOnce } from '../../hub/use-once.js';
import { Pick } from '../../parts/fields.js';
import { StepForm } from '../step-form.js';
import type { DeploymentFormProps } from './deployment-steps.js';
import { goingNames } from './people.js';

/** Ends a duo before its last day; today is then the last, or nothing of it happened where it had not begun. */
export function EndForm({ deployment, onChanged, onCancel }: DeploymentFormProps): ReactNode {
  const { id, version } = deployment;
  const [reason, setReason] = useState<DeploymentEndReason | ''>('');
  const [isTried, setTried] = useState(false);
  const ending = useOnce(endDeployment);
  const end = async (): Promise<void> => {
    setTried(true);
    if (reason === '' || version === null) return;
    if (await ending.take({ deploymentId: id, version, reason }, keyed))
      onChanged(`Beëindigd: ${goingNames(deployment)}. Hun uren zijn weer vrij.`);
  };
  return (
    <StepForm
      label={`Beëindig ${goingNames(deployment)}`}
      submit={ending.isTaking ? 'Beëindigt …' : 'Beëindig het duo'}
      isTaking={ending.isTaking}
      isWrong={reason === ''}
      error={ending.error}
      onSubmit={end}
      onCancel={onCancel}
    >
      <p>Dit kan niet terug. Vandaag is de laatste dag.</p>
      <Pick
        label="Waarom stopt het duo?"
        words={deploymentEndReason}
        empty="kies"
        value={reason}
        fault={isTried && reason === '' ? 'Kies een reden.' : undefined}
        onChange={setReason}
      />
    </StepForm>
  );
}
