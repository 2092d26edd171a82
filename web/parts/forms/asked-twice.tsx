import { PrimaryActionButton, SecondaryActionButton } from '@utrecht/button-react';
import { useState, type ReactNode } from 'react';
import { firstFocused } from './focus.js';

interface AskedTwiceProps {
  /** On the button, and after it for who does not see what it stands beside. */
  readonly word: string;
  readonly of?: string;
  readonly question: string;
  readonly answer: string;
  readonly isTaking: boolean;
  /** Gives whether the question is over; who is asked can answer again otherwise. */
  readonly onConfirm: () => Promise<boolean>;
}

type Stage = 'closed' | 'asked' | 'cancelled';

/** What cannot be taken back is asked once more: the keyboard is at the answer already. */
export function AskedTwice({ word, of, question, answer, isTaking, onConfirm }: AskedTwiceProps): ReactNode {
  const [stage, setStage] = useState<Stage>('closed');
  const confirm = async (): Promise<void> => {
    if (!isTaking && (await onConfirm())) setStage('closed');
  };
  if (stage !== 'asked')
    return (
      <span key="closed" className="screen-only" ref={stage === 'cancelled' ? firstFocused : undefined}>
        <SecondaryActionButton onClick={() => setStage('asked')}>
          {word}
          {of !== undefined && <span className="unseen"> {of}</span>}
        </SecondaryActionButton>
      </span>
    );
  return (
    <span key="asked" className="buttons" role="group" aria-label={question} ref={firstFocused}>
      <PrimaryActionButton busy={isTaking} onClick={() => void confirm()}>
        {answer}
      </PrimaryActionButton>
      <SecondaryActionButton onClick={() => setStage('cancelled')}>Toch niet</SecondaryActionButton>
    </span>
  );
}
