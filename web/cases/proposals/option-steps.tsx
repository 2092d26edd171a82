import { useRef, useState, type ReactNode } from 'react';
import { useSayStep } from '../../parts/telling/own-steps.js';
import { Choose, type ChosenStep } from './choose-step.js';
import type { ProposedFor } from './proposing.js';
import { ReferForm } from './refer-form.js';
import { RejectForm } from './reject-form.js';
import type { ProposedOffer, Standing } from './standing.js';

interface OptionStepsProps {
  readonly offer: ProposedOffer;
  readonly standing: Standing;
  readonly proposed: ProposedFor;
  /** Told when somebody begins: what is worked on does not leave the window. */
  readonly onBegun?: () => void;
}

/** What can be done with an option beside holding a place. It closes after each step, with the keyboard where it was opened. */
export function OptionSteps({ offer, standing, proposed, onBegun }: OptionStepsProps): ReactNode {
  const [isOpen, setOpen] = useState(false);
  const [step, setStep] = useState<ChosenStep>();
  const [left, setLeft] = useState<ChosenStep>();
  const summary = useRef<HTMLElement>(null);
  const say = useSayStep();
  const choose = (chosen: ChosenStep | undefined): void => {
    setLeft(step);
    setStep(chosen);
  };
  const done = (said: string): void => {
    say(said);
    setOpen(false);
    setLeft(undefined);
    setStep(undefined);
    summary.current?.focus();
  };
  const shared = { offer, proposed, onDone: done };
  return (
    <details
      className="steps screen-only"
      open={isOpen}
      onToggle={({ currentTarget: { open } }) => {
        setOpen(open);
        if (open) onBegun?.();
      }}
    >
      <summary ref={summary}>
        Andere stappen<span className="unseen"> voor {offer.title}</span>
      </summary>
      {step === 'reject' && <RejectForm {...shared} onCancel={() => choose(undefined)} />}
      {step === 'refer' && <ReferForm {...shared} onCancel={() => choose(undefined)} />}
      {!step && <Choose {...shared} standing={standing} left={left} onChoose={choose} />}
    </details>
  );
}
