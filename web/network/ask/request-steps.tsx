import { PrimaryActionButton, SecondaryActionButton } from '@utrecht/button-react';
import type { ReactNode } from 'react';
import { useIsUnderWay } from '../../hub/under-way.js';
import { networkRequestStep } from '../../generated/words.js';
import { capital } from '../../parts/dutch.js';
import { Overtaken } from '../../parts/forms/overtaken.js';
import { useOpenStep } from '../../parts/forms/use-open-step.js';
import { AnswerForm } from './answer-form.js';
import { EscalateForm } from './escalate-form.js';
import { HandOnForm } from './hand-on-form.js';
import { stateText, type NetworkRequest, type RequestStep } from './requests.js';

const forms = { ANSWER: AnswerForm, HAND_ON: HandOnForm, ESCALATE: EscalateForm };

interface RequestStepsProps {
  readonly request: NetworkRequest;
  readonly title: string;
  readonly steps: readonly RequestStep[];
  readonly onChanged: (text: string) => void;
  /** Told when somebody begins with one of them, and when that is over. */
  readonly onBegun: (isBegun: boolean) => void;
}

/** What each of its forms takes. */
export interface RequestFormProps extends Pick<RequestStepsProps, 'request' | 'title' | 'onChanged'> {
  readonly onCancel: () => void;
}

/** What can be done with a question. */
export function RequestSteps({ steps, onBegun, ...props }: RequestStepsProps): ReactNode {
  const { open, last, start, cancel, done } = useOpenStep<RequestStep>(onBegun);
  const isUnderWay = useIsUnderWay();
  if (open !== null && !steps.includes(open) && !isUnderWay)
    return (
      <Overtaken text={`Dit kunt u niet meer doen. Deze vraag is nu: ${stateText(props.request)}.`} onClose={cancel} />
    );
  if (open !== null) {
    const Form = forms[open];
    return <Form {...props} onChanged={done(props.onChanged)} onCancel={cancel} />;
  }
  if (steps.length === 0) return null;
  return (
    <p className="buttons screen-only">
      {steps.map((step) => {
        const Button = step === 'ANSWER' ? PrimaryActionButton : SecondaryActionButton;
        return (
          <Button key={step} autoFocus={step === last} onClick={() => start(step)}>
            {capital(networkRequestStep[step])}
            <span className="unseen">: {props.title}</span>
          </Button>
        );
      })}
    </p>
  );
}
