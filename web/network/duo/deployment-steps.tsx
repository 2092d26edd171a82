import { SecondaryActionButton } from '@utrecht/button-react';
import type { ReactNode } from 'react';
import { useOpenStep } from '../../parts/use-open-step.js';
import { EndForm } from './end-form.js';
import { ExtendForm } from './extend-form.js';
import { SwapForm } from './swap-form.js';
import { goingNames, type Deployment } from './people.js';

const forms = { Verleng: ExtendForm, Wissel: SwapForm, Beëindig: EndForm };
type StepWord = keyof typeof forms;
const words = Object.keys(forms) as StepWord[];

export interface DeploymentStepProps {
  readonly deployment: Deployment;
  readonly onChanged: (text: string) => void;
}

/** What each of its forms takes. */
export interface DeploymentFormProps extends DeploymentStepProps {
  readonly onCancel: () => void;
}

/** What can be done with a duo that goes to a family: longer, somebody else, or no more. */
export function DeploymentSteps(props: DeploymentStepProps): ReactNode {
  const { open, last, start, cancel, done } = useOpenStep<StepWord>();
  const names = goingNames(props.deployment);
  if (open !== null) {
    const Form = forms[open];
    return <Form {...props} onChanged={done(props.onChanged)} onCancel={cancel} />;
  }
  return (
    <p className="buttons screen-only">
      {words.map((word) => (
        <SecondaryActionButton key={word} autoFocus={word === last} onClick={() => start(word)}>
          {word}
          <span className="unseen"> {names}</span>
        </SecondaryActionButton>
      ))}
    </p>
  );
}
