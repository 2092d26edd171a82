import { PrimaryActionButton, SecondaryActionButton } from '@utrecht/button-react';
import { useState, type ReactNode } from 'react';
import type { CombinedError } from 'urql';
import { notSuitableReason } from '../../generated/words.js';
import { Failure } from '../../parts/telling/failure.js';
import { Pick } from '../../parts/forms/fields.js';
import { useFocusFault } from '../../parts/forms/focus.js';
import { answerWords, faultsOf, type Draft, type Question } from './questions.js';

/** Where the keyboard goes when another question, or the summary, takes the place of this one. */
export const stepId = 'vraag';

interface QuestionFormProps {
  readonly question: Question;
  /** Counted from 1. */
  readonly position: number;
  readonly count: number;
  readonly isTaking: boolean;
  readonly error: CombinedError | undefined;
  readonly onPrevious: () => void;
  /** Told what was chosen once nothing is wrong with it. */
  readonly onNext: (draft: Draft) => void;
}

/** One question of the checklist. What is chosen stays when it is refused, beside what is saved. */
export function QuestionForm(props: QuestionFormProps): ReactNode {
  const { question, position, count, isTaking, error, onPrevious, onNext } = props;
  const [draft, setDraft] = useState(question.saved);
  const [isTried, setTried] = useState(false);
  const focusFault = useFocusFault();
  const submit = (form: HTMLFormElement): void => {
    setTried(true);
    if (Object.keys(faultsOf(draft)).length > 0) focusFault(form);
    else if (!isTaking) onNext(draft);
  };
  return (
    <form
      className="narrow"
      noValidate
      aria-labelledby={stepId}
      onSubmit={(event) => {
        event.preventDefault();
        submit(event.currentTarget);
      }}
    >
      <p className="quiet">
        Vraag {position} van {count}
      </p>
      <h2 className="utrecht-heading-2" id={stepId} tabIndex={-1}>
        {question.title}
        <span className="unseen">
          , vraag {position} van {count}
        </span>
      </h2>
      <Answer question={question} draft={draft} isTried={isTried} onChange={setDraft} />
      <Saved question={question} />
      <Failure error={error} isStep />
      <p className="buttons">
        <PrimaryActionButton type="submit" busy={isTaking}>
          Volgende
        </PrimaryActionButton>
        {position > 1 && <SecondaryActionButton onClick={onPrevious}>Vorige</SecondaryActionButton>}
      </p>
    </form>
  );
}

interface AnswerProps {
  readonly question: Question;
  readonly draft: Draft;
  /** Whether somebody tried to go on: only then is said what is wrong. */
  readonly isTried: boolean;
  readonly onChange: (draft: Draft) => void;
}

function Answer({ question, draft, isTried, onChange }: AnswerProps): ReactNode {
  const faults = isTried ? faultsOf(draft) : {};
  return (
    <>
      <Pick
        label={question.label}
        words={question.words}
        empty="kies"
        value={draft.value}
        fault={faults.value}
        onChange={(value) => onChange({ value, reason: '' })}
      />
      {draft.value === 'NOT_SUITABLE' && (
        <Pick
          label="Waarom past dit niet?"
          words={notSuitableReason}
          empty="kies"
          value={draft.reason}
          fault={faults.reason}
          onChange={(reason) => onChange({ ...draft, reason })}
        />
      )}
    </>
  );
}

function Saved({ question }: { readonly question: Question }): ReactNode {
  const words = answerWords(question, question.saved);
  return words === '' ? null : <p className="quiet">Opgeslagen: {words}</p>;
}
