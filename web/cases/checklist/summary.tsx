import { PrimaryActionButton } from '@utrecht/button-react';
import type { ReactNode } from 'react';
import type { CombinedError } from 'urql';
import { Failure } from '../../parts/telling/failure.js';
import { stepId } from './question-form.js';
import { answerWords, type Question } from './questions.js';

interface SummaryProps {
  readonly questions: readonly Question[];
  readonly isComplete: boolean;
  readonly isTaking: boolean;
  readonly error: CombinedError | undefined;
  /** Told which question is answered again, counted from 0. */
  readonly onChange: (index: number) => void;
  readonly onComplete: () => void;
}

/** What was answered, and what lacks before the checklist is completed. */
export function Summary(props: SummaryProps): ReactNode {
  const { questions, isComplete, isTaking, error, onChange, onComplete } = props;
  const isReady = questions.every(({ isMissing }) => !isMissing);
  return (
    <section aria-labelledby={stepId}>
      <h2 className="utrecht-heading-2" id={stepId} tabIndex={-1}>
        {isComplete ? 'De checklist is afgerond' : 'Uw antwoorden'}
      </h2>
      <p>{adviceOf(isComplete, isReady)}</p>
      <dl className="list checklist__answers">
        {questions.map((question, index) => (
          <Row key={question.key} question={question} onChange={() => onChange(index)} />
        ))}
      </dl>
      <Failure error={error} isStep />
      {isReady && !isComplete && (
        <p className="buttons">
          <PrimaryActionButton busy={isTaking} onClick={() => isTaking || onComplete()}>
            Rond af
          </PrimaryActionButton>
        </p>
      )}
    </section>
  );
}

function Row({ question, onChange }: { readonly question: Question; readonly onChange: () => void }): ReactNode {
  return (
    <div>
      <dt>{question.title}</dt>
      <dd>
        {answerWords(question, question.saved) || 'nog geen antwoord'}
        {question.isMissing && <span className="badge badge--urgent">Nog nodig</span>}
        <button type="button" className="utrecht-button utrecht-button--subtle screen-only" onClick={onChange}>
          Wijzig<span className="unseen">: {question.title}</span>
        </button>
      </dd>
    </div>
  );
}

function adviceOf(isComplete: boolean, isReady: boolean): string {
  if (isComplete) return 'U kunt nu een plek in een groep zoeken. Wijzigt u een antwoord, rond dan opnieuw af.';
  return isReady
    ? 'Kijk of alles klopt. Rond daarna af.'
    : 'Nog niet alles is in orde. Zonder dat kunt u geen plek in een groep vragen.';
}
