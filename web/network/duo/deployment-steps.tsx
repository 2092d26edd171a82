import type { ReactNode } from 'react';
import { StepButtons } from '../../parts/forms/step-buttons.js';
import { EndForm } from './end-form.js';
import { ExtendForm } from './extend-form.js';
import { SwapForm } from './swap-form.js';
import { goingNames, type Deployment } from './people.js';

const words = { extend: 'Verleng', swap: 'Wissel', end: 'Beëindig' };
const forms = { extend: ExtendForm, swap: SwapForm, end: EndForm };
const steps = Object.keys(words) as (keyof typeof words)[];

export interface DeploymentStepProps {
  readonly deployment: Deployment;
  readonly onChanged: (text: string) => void;
}

/** What each of its forms takes. */
export interface DeploymentFormProps extends DeploymentStepProps {
  readonly onCancel: () => void;
}

/** What can be done with a duo that goes to a family: longer, somebody else, or no more. */
export function DeploymentSteps({ deployment, onChanged }: DeploymentStepProps): ReactNode {
  return (
    <StepButtons words={words} steps={steps} about={goingNames(deployment)} onDone={onChanged}>
      {(step, { onDone, onCancel }) => {
        const Form = forms[step];
        return <Form deployment={deployment} onChanged={onDone} onCancel={onCancel} />;
      }}
    </StepButtons>
  );
}
