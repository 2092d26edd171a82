import { PrimaryActionButton, SecondaryActionButton } from '@utrecht/button-react';
import type { ReactNode } from 'react';
import type { CombinedError } from 'urql';
import { Failure } from '../telling/failure.js';
import { firstFocused, useFocusFault } from './focus.js';

interface StepFormProps {
  /** What it is about, for who does not see where it stands. */
  readonly label: string;
  readonly submit: string;
  readonly isTaking: boolean;
  /** Whether something must be filled in first; then the keyboard goes there. */
  readonly isWrong: boolean;
  readonly error: CombinedError | undefined;
  readonly onSubmit: () => Promise<void>;
  readonly onCancel: () => void;
  readonly children: ReactNode;
}

/** A few fields that open beneath what they change, with the way back. What was filled in stays where it was refused. */
export function StepForm(props: StepFormProps): ReactNode {
  const { label, submit, isTaking, isWrong, error, onSubmit, onCancel, children } = props;
  const focusFault = useFocusFault();
  const take = (form: HTMLFormElement): void => {
    if (isWrong) focusFault(form);
    if (!isTaking) void onSubmit();
  };
  return (
    <form
      className="row-form"
      noValidate
      aria-label={label}
      ref={firstFocused}
      onSubmit={(event) => {
        event.preventDefault();
        take(event.currentTarget);
      }}
    >
      {children}
      <Failure error={error} isStep />
      <p className="buttons">
        <PrimaryActionButton type="submit" busy={isTaking}>
          {submit}
        </PrimaryActionButton>
        <SecondaryActionButton onClick={onCancel}>Toch niet</SecondaryActionButton>
      </p>
    </form>
  );
}
