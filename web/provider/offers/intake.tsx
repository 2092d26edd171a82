import { PrimaryActionButton, SecondaryActionButton, SubtleButton } from '@utrecht/button-react';
import { useState, type ReactNode } from 'react';
import { closeIntake, reopenIntake } from '../../generated/operations.js';
import { closureReason, type ClosureReason } from '../../generated/words.js';
import { keyed, useOnce } from '../../hub/use-once.js';
import { Failure } from '../../parts/telling/failure.js';
import { Pick, Text } from '../../parts/forms/fields.js';
import { useFocusFault } from '../../parts/forms/focus.js';
import { nameOf, type OwnOffer } from '../own-offers.js';

interface IntakeProps {
  readonly offer: OwnOffer;
  readonly onDone: (told: string) => void;
}

/** Takes nobody in for a while: nothing of the offer counts as free until it is opened again. */
export function CloseIntake({ offer, onDone, onCancel }: IntakeProps & { readonly onCancel: () => void }): ReactNode {
  const closing = useOnce(closeIntake);
  const [reason, setReason] = useState<ClosureReason | ''>('');
  const [expectedEndOn, setExpectedEndOn] = useState('');
  const [isTried, setTried] = useState(false);
  const focusFault = useFocusFault();
  const submit = async (form: HTMLFormElement): Promise<void> => {
    setTried(true);
    if (reason === '') {
      focusFault(form);
      return;
    }
    const meant = { offerKey: offer.key ?? '', reason, expectedEndOn: expectedEndOn === '' ? null : expectedEndOn };
    if (await closing.take(meant, keyed)) onDone(`Opnamestop voor ${nameOf(offer)}. Zoekers zien dat meteen.`);
  };
  return (
    <form
      className="row-form"
      noValidate
      aria-label={`Opnamestop: ${nameOf(offer)}`}
      onSubmit={(event) => {
        event.preventDefault();
        void submit(event.currentTarget);
      }}
    >
      <div className="fields">
        <Pick
          label="Waarom neemt u niemand op?"
          words={closureReason}
          empty="kies"
          value={reason}
          fault={isTried && reason === '' ? 'Kies een reden.' : undefined}
          isFocused
          onChange={setReason}
        />
        <Text
          label="Tot wanneer ongeveer (hoeft niet)"
          type="date"
          size="short"
          value={expectedEndOn}
          onChange={setExpectedEndOn}
        />
      </div>
      <p className="quiet">De opname gaat niet vanzelf weer open.</p>
      <p className="buttons">
        <PrimaryActionButton type="submit" disabled={closing.isTaking}>
          Stop de opname
        </PrimaryActionButton>
        <SecondaryActionButton onClick={onCancel}>Toch niet</SecondaryActionButton>
      </p>
      <Failure error={closing.error} isStep />
    </form>
  );
}

/** Takes children in again. */
export function ReopenIntake({ offer, onDone }: IntakeProps): ReactNode {
  const opening = useOnce(reopenIntake);
  const open = async (): Promise<void> => {
    if (await opening.take({ offerKey: offer.key ?? '' }, keyed)) onDone(`${nameOf(offer)} neemt weer op.`);
  };
  return (
    <>
      <SubtleButton disabled={opening.isTaking} onClick={() => void open()}>
        Open de opname<span className="unseen"> {nameOf(offer)}</span>
      </SubtleButton>
      <Failure error={opening.error} isStep />
    </>
  );
}
