import { SecondaryActionButton } from '@utrecht/button-react';
import type { ReactNode } from 'react';
import { useOpenStep } from './use-open-step.js';

/** What the form of a step is given. */
export interface StepEnds {
  /** Told with what came of it. */
  readonly onDone: (text: string) => void;
  readonly onCancel: () => void;
}

interface StepButtonsProps<Step extends string> {
  readonly words: Readonly<Record<Step, string>>;
  readonly steps: readonly Step[];
  /** What it is done with, for who does not see where a button stands. */
  readonly about: string;
  /** Told with what came of a step. */
  readonly onDone: (text: string) => void;
  /** Told when somebody begins with one of them, and when that is over. */
  readonly onBegun?: ((isBegun: boolean) => void) | undefined;
  readonly children: (step: Step, ends: StepEnds) => ReactNode;
}

/** What can be done with something: a button each, and in their place the form of the one that was chosen. */
export function StepButtons<Step extends string>(props: StepButtonsProps<Step>): ReactNode {
  const { words, steps, about, onDone, onBegun, children: formOf } = props;
  const { open, last, start, cancel, done } = useOpenStep<Step>(onBegun);
  if (open !== null) return formOf(open, { onDone: done(onDone), onCancel: cancel });
  if (steps.length === 0) return null;
  return (
    <p className="buttons screen-only">
      {steps.map((step) => (
        <SecondaryActionButton key={step} autoFocus={step === last} onClick={() => start(step)}>
          {words[step]}
          <span className="unseen">: {about}</span>
        </SecondaryActionButton>
      ))}
    </p>
  );
}
