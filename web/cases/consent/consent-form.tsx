import { PrimaryActionButton, SecondaryActionButton } from '@utrecht/button-react';
import { useState, type ReactNode } from 'react';
import { recordConsent } from '../../generated/operations.js';
import { consentParty } from '../../generated/words.js';
import { useOnce } from '../../hub/use-once.js';
import { Pick, Text } from '../../parts/forms/fields.js';
import { Failure } from '../../parts/telling/failure.js';
import { firstFocused, useFocusFault } from '../../parts/forms/focus.js';
import { useSayStep } from '../../parts/telling/own-steps.js';
import { agreedTo } from './agreed-to.js';
import { emptyDraft, faultsOf, inputOf, type ConsentDraft } from './consent-draft.js';

interface ConsentFormProps {
  readonly caseId: string;
  readonly purpose: string;
  readonly onChanged: () => void;
}

type Stage = 'closed' | 'open' | 'left';

/** A yes that somebody gave, written down by who brought the case. */
export function ConsentForm({ caseId, purpose, onChanged }: ConsentFormProps): ReactNode {
  const [stage, setStage] = useState<Stage>('closed');
  if (stage === 'open')
    return <Fields caseId={caseId} purpose={purpose} onChanged={onChanged} onLeft={() => setStage('left')} />;
  return (
    <p className="screen-only" ref={stage === 'left' ? firstFocused : undefined}>
      <SecondaryActionButton onClick={() => setStage('open')}>Leg toestemming vast</SecondaryActionButton>
    </p>
  );
}

function Fields({ caseId, purpose, onChanged, onLeft }: ConsentFormProps & { readonly onLeft: () => void }): ReactNode {
  const [draft, setDraft] = useState(emptyDraft);
  const [isTried, setTried] = useState(false);
  const focusFault = useFocusFault();
  const { isTaking, error, take } = useOnce(recordConsent, purpose, onChanged);
  const say = useSayStep();
  const submit = async (form: HTMLFormElement): Promise<void> => {
    setTried(true);
    if (Object.keys(faultsOf(draft)).length > 0) focusFault(form);
    else if (!isTaking && (await take({ caseId, ...draft }, inputOf))) {
      say('De toestemming is vastgelegd.');
      onLeft();
    }
  };
  return (
    <form
      className="hold"
      aria-label="Toestemming vastleggen"
      noValidate
      ref={firstFocused}
      onSubmit={(event) => {
        event.preventDefault();
        void submit(event.currentTarget);
      }}
    >
      <DraftFields draft={draft} faults={isTried ? faultsOf(draft) : {}} onChange={setDraft} />
      <p className="buttons">
        <PrimaryActionButton type="submit" busy={isTaking}>
          Leg vast
        </PrimaryActionButton>
        <SecondaryActionButton onClick={onLeft}>Toch niet</SecondaryActionButton>
      </p>
      <Failure error={error} isStep />
    </form>
  );
}

interface DraftFieldsProps {
  readonly draft: ConsentDraft;
  readonly faults: ReturnType<typeof faultsOf>;
  readonly onChange: (draft: ConsentDraft) => void;
}

function DraftFields({ draft, faults, onChange }: DraftFieldsProps): ReactNode {
  return (
    <>
      <Pick
        label="Wie gaf toestemming?"
        words={consentParty}
        value={draft.by}
        empty="Kies wie"
        fault={faults.by}
        onChange={(by) => onChange({ ...draft, by })}
      />
      <Pick
        label="Waarvoor?"
        words={agreedTo}
        value={draft.about}
        onChange={(about) => about !== '' && onChange({ ...draft, about })}
      />
      <Text
        label="Op welke dag?"
        size="short"
        type="date"
        value={draft.givenOn}
        fault={faults.givenOn}
        onChange={(givenOn) => onChange({ ...draft, givenOn })}
      />
      <Text
        label="Tot en met welke dag?"
        hint="Leeg: tot iemand de toestemming intrekt."
        size="short"
        type="date"
        value={draft.until}
        fault={faults.until}
        onChange={(until) => onChange({ ...draft, until })}
      />
    </>
  );
}
