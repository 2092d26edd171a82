import { PrimaryActionButton, SecondaryActionButton } from '@utrecht/button-react';
import { useState, type ReactNode } from 'react';
import { rejectOption } from '../../generated/operations.js';
import { rejectionReason, type RejectionReason } from '../../generated/words.js';
import { keyed, useOnce } from '../../hub/use-once.js';
import { Pick } from '../../parts/forms/fields.js';
import { firstFocused, useFocusFault } from '../../parts/forms/focus.js';
import type { StepProps } from './choose-step.js';
import { StepRefused } from './step-refused.js';

interface RejectFormProps extends StepProps {
  readonly onCancel: () => void;
}

/** Why an option is not gone on with. */
export function RejectForm({ offer, proposed, onDone, onCancel }: RejectFormProps): ReactNode {
  const [reason, setReason] = useState<RejectionReason | ''>('');
  const [isTried, setTried] = useState(false);
  const focusFault = useFocusFault();
  const { isTaking, error, take } = useOnce(rejectOption, proposed.purpose, proposed.onChanged);
  const submit = async (form: HTMLFormElement): Promise<void> => {
    setTried(true);
    if (reason === '') focusFault(form);
    else if (!isTaking && (await take({ caseId: proposed.caseId, offerId: offer.id, reason }, keyed)))
      onDone(`Past niet: ${offer.title}, ${rejectionReason[reason]}.`);
  };
  return (
    <form
      className="hold"
      aria-label={`Past niet: ${offer.title}`}
      noValidate
      ref={firstFocused}
      onSubmit={(event) => {
        event.preventDefault();
        void submit(event.currentTarget);
      }}
    >
      <Pick
        label="Waarom past dit niet?"
        words={rejectionReason}
        value={reason}
        empty="Kies een reden"
        fault={isTried && reason === '' ? 'Kies waarom dit niet past.' : undefined}
        onChange={setReason}
      />
      <p className="buttons">
        <PrimaryActionButton type="submit" busy={isTaking}>
          Schrijf op
        </PrimaryActionButton>
        <SecondaryActionButton onClick={onCancel}>Toch niet</SecondaryActionButton>
      </p>
      <StepRefused error={error} proposed={proposed} />
    </form>
  );
}
