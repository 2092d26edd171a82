import { PrimaryActionButton, SecondaryActionButton } from '@utrecht/button-react';
import { useState, type ReactNode } from 'react';
import { referCase } from '../../generated/operations.js';
import { sharingGround, type SharingGround } from '../../generated/words.js';
import { keyed, useOnce } from '../../hub/use-once.js';
import { Pick } from '../../parts/forms/fields.js';
import { firstFocused } from '../../parts/forms/focus.js';
import type { StepProps } from './choose-step.js';
import { StepRefused } from './step-refused.js';

interface ReferFormProps extends StepProps {
  readonly onCancel: () => void;
}

/** On what ground a case is put before the provider of an option, and what that provider reads of it. */
export function ReferForm({ offer, proposed, onDone, onCancel }: ReferFormProps): ReactNode {
  const [ground, setGround] = useState<SharingGround>('CONSENT');
  const { isTaking, error, take } = useOnce(referCase, proposed.purpose, proposed.onChanged);
  const name = offer.organisation?.name ?? 'de aanbieder';
  const submit = async (): Promise<void> => {
    if (isTaking || !offer.organisation) return;
    const meant = { caseId: proposed.caseId, organisationId: offer.organisation.id, offerId: offer.id, ground };
    const pseudonym = (await take(meant, keyed))?.referCase?.referral?.pseudonym;
    if (pseudonym) onDone(`Voorgelegd aan ${name}, onder het pseudoniem ${pseudonym}.`);
  };
  return (
    <form
      className="hold"
      aria-label={`Voorleggen: ${offer.title}`}
      noValidate
      ref={firstFocused}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <p>
        {name} leest wat er gezocht wordt, de leeftijdsgroep en de regio. Geen naam, geen adres: de casus krijgt een
        pseudoniem.
      </p>
      <Pick
        label="Op welke grond deelt u dit?"
        words={sharingGround}
        value={ground}
        onChange={(chosen) => chosen !== '' && setGround(chosen)}
      />
      <p className="buttons">
        <PrimaryActionButton type="submit" busy={isTaking}>
          {isTaking ? 'Legt voor …' : 'Leg voor'}
        </PrimaryActionButton>
        <SecondaryActionButton onClick={onCancel}>Toch niet</SecondaryActionButton>
      </p>
      <StepRefused error={error} proposed={proposed} />
    </form>
  );
}
