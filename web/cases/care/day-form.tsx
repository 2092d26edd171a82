import { useState, type ReactNode } from 'react';
import { hubNow } from '../../hub/clock.js';
import type { StepState } from '../../parts/forms/choice-form.js';
import { calendarDay } from '../../parts/dutch.js';
import { Text } from '../../parts/forms/fields.js';
import { StepForm } from '../../parts/forms/step-form.js';
import { dayFault, momentOn } from './care.js';

interface DayFormProps {
  /** What it is about, for who does not see where it stands. */
  readonly label: string;
  readonly submit: string;
  readonly question: string;
  /** When it was possible first; null where that is not told. */
  readonly from: string | null;
  readonly step: StepState;
  /** Told when it was: nothing where that is now. */
  readonly onChosen: (at: string | undefined) => Promise<void>;
  readonly onCancel: () => void;
}

/** A step that needs the day on which it happened: today unless another is chosen. */
export function DayForm({ label, submit, question, from, step, onChosen, onCancel }: DayFormProps): ReactNode {
  const today = calendarDay(hubNow());
  const [on, setOn] = useState(today);
  const [isTried, setTried] = useState(false);
  const fault = dayFault(on, today, from);
  return (
    <StepForm
      {...{ label, submit, onCancel, isTaking: step.isTaking, error: step.error, isWrong: fault !== undefined }}
      onSubmit={async () => {
        setTried(true);
        if (fault === undefined) await onChosen(momentOn(on, hubNow()));
      }}
    >
      <Text label={question} type="date" size="short" value={on} fault={isTried ? fault : undefined} onChange={setOn} />
    </StepForm>
  );
}
