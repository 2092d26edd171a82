import { useState, type ReactNode } from 'react';
import type { Once } from '../../hub/use-once.js';
import { Pick } from './fields.js';
import { StepForm } from './step-form.js';

/** How far a step is, and what went wrong with it. */
export type StepState = Omit<Once<unknown, unknown>, 'take' | 'data'>;

interface ChoiceFormProps<Code extends string> {
  /** What it is about, for who does not see where it stands. */
  readonly label: string;
  readonly submit: string;
  /** The one question of the step, its answers, and what is said where none was chosen. */
  readonly question: string;
  readonly words: Readonly<Record<Code, string>>;
  readonly missing: string;
  readonly step: StepState;
  readonly onChosen: (code: Code) => Promise<void>;
  readonly onCancel: () => void;
  readonly children?: ReactNode;
}

/** A step that needs one choice. */
export function ChoiceForm<Code extends string>(props: ChoiceFormProps<Code>): ReactNode {
  const { label, submit, question, words, missing, step, onChosen, onCancel, children } = props;
  const [chosen, setChosen] = useState<Code | ''>('');
  const [isTried, setTried] = useState(false);
  const take = async (): Promise<void> => {
    setTried(true);
    if (chosen !== '') await onChosen(chosen);
  };
  return (
    <StepForm
      label={label}
      submit={submit}
      isTaking={step.isTaking}
      isWrong={chosen === ''}
      error={step.error}
      onSubmit={take}
      onCancel={onCancel}
    >
      {children}
      <Pick
        label={question}
        words={words}
        empty="kies"
        value={chosen}
        fault={isTried && chosen === '' ? missing : undefined}
        onChange={setChosen}
      />
    </StepForm>
  );
}
