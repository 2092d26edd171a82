import { SecondaryActionButton } from '@utrecht/button-react';
import type { ReactNode } from 'react';
import { focusedIfLost } from './focus.js';
import { useSaid } from '../telling/announcer.js';

interface OvertakenProps {
  /** What happened, by whomever. */
  readonly text: string;
  readonly onClose: () => void;
  /** What can be done now instead. */
  readonly children?: ReactNode;
}

/** In the place of a form whose step was overtaken: what happened, and the way on from there. */
export function Overtaken({ text, onClose, children }: OvertakenProps): ReactNode {
  useSaid(text);
  return (
    <div className="row-form" ref={focusedIfLost}>
      <p>{text}</p>
      <p className="buttons">
        {children}
        <SecondaryActionButton onClick={onClose}>Begrepen</SecondaryActionButton>
      </p>
    </div>
  );
}
