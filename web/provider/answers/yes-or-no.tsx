import { PrimaryActionButton, SecondaryActionButton } from '@utrecht/button-react';
import { useState, type ReactNode } from 'react';
import type { CombinedError } from 'urql';
import { declineReason, type DeclineReason } from '../../generated/words.js';
import { Failure } from '../../parts/telling/failure.js';
import { Pick, Text } from '../../parts/forms/fields.js';
import { useFocusFault } from '../../parts/forms/focus.js';
import { Notice } from '../../parts/telling/notice.js';

/** Why not. */
export interface Refusal {
  readonly reason: DeclineReason;
  /** Empty where nothing more is said. */
  readonly note: string;
}

interface YesOrNoProps {
  /** What is answered, for who does not see where a button stands. */
  readonly about: string;
  readonly yes: string;
  /** Whether something may be said beside the reason. */
  readonly hasNote?: boolean;
  readonly isTaking: boolean;
  readonly error: CombinedError | undefined;
  /** It cannot be answered any more: what was typed stays. */
  readonly hasLeft: boolean;
  /** Somebody began to say why not, or does no more. */
  readonly onBegun: (isBegun: boolean) => void;
  readonly onYes: () => Promise<void>;
  readonly onNo: (refusal: Refusal) => Promise<void>;
}

/** Yes in one click; no with a reason, which the asker reads. */
export function YesOrNo(props: YesOrNoProps): ReactNode {
  const { about, yes, isTaking, error, hasLeft, onBegun, onYes } = props;
  // null until somebody began to say no: who thinks better of it goes on where that began
  const [isRefusing, setRefusing] = useState<boolean | null>(null);
  const refuse = (isBegun: boolean): void => {
    setRefusing(isBegun);
    onBegun(isBegun);
  };
  return (
    <>
      {hasLeft && (
        <Notice kind="warning" isAlert>
          Dit wacht niet meer op uw antwoord: het is ingetrokken, verlopen of al beantwoord.
        </Notice>
      )}
      {isRefusing ? (
        <RefusalForm {...props} onCancel={() => refuse(false)} />
      ) : (
        <p className="buttons">
          <PrimaryActionButton disabled={isTaking} onClick={() => void onYes()}>
            {yes}
            <span className="unseen">: {about}</span>
          </PrimaryActionButton>
          <SecondaryActionButton disabled={isTaking} autoFocus={isRefusing === false} onClick={() => refuse(true)}>
            Nee<span className="unseen">, tegen {about}</span>
          </SecondaryActionButton>
        </p>
      )}
      <Failure error={error} isStep />
    </>
  );
}

function RefusalForm({
  about,
  hasNote = false,
  isTaking,
  onNo,
  onCancel,
}: YesOrNoProps & { readonly onCancel: () => void }): ReactNode {
  const [reason, setReason] = useState<DeclineReason | ''>('');
  const [note, setNote] = useState('');
  const [isTried, setTried] = useState(false);
  const focusFault = useFocusFault();
  const isNoteMissing = hasNote && reason === 'OTHER' && note.trim() === '';
  const submit = (form: HTMLFormElement): void => {
    setTried(true);
    if (reason === '' || isNoteMissing) focusFault(form);
    else void onNo({ reason, note: note.trim() });
  };
  return (
    <form
      className="row-form narrow"
      noValidate
      aria-label={`Nee tegen ${about}`}
      onSubmit={(event) => {
        event.preventDefault();
        submit(event.currentTarget);
      }}
    >
      <Pick
        label="Waarom niet?"
        words={hasNote ? declineReason : withoutNote}
        empty="kies"
        value={reason}
        fault={isTried && reason === '' ? 'Kies een reden.' : undefined}
        isFocused
        onChange={setReason}
      />
      {hasNote && (
        <Text
          label={reason === 'OTHER' ? 'Toelichting' : 'Toelichting (hoeft niet)'}
          hint="Schrijf niets over het kind op."
          size="full"
          value={note}
          fault={isTried && isNoteMissing ? 'Leg in een zin uit waarom.' : undefined}
          onChange={setNote}
        />
      )}
      <p className="buttons">
        <PrimaryActionButton type="submit" disabled={isTaking}>
          {isTaking ? 'Wijst af …' : 'Wijs af'}
        </PrimaryActionButton>
        <SecondaryActionButton onClick={onCancel}>Toch niet</SecondaryActionButton>
      </p>
    </form>
  );
}

/** The same reasons where nothing can be said beside them. */
const withoutNote = { ...declineReason, OTHER: 'andere reden' };
