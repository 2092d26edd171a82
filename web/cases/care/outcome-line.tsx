import type { ReactNode } from 'react';
import { consultationStatus } from '../../generated/words.js';
import { hubNow } from '../../hub/clock.js';
import { useSession } from '../../hub/session.js';
import { calendarDay, capital, day } from '../../parts/dutch.js';
import { StepButtons } from '../../parts/forms/step-buttons.js';
import { useQuestionNow } from '../../phone/running/use-question-now.js';
import { dueSince, type Consultation } from './care.js';
import { foundWords } from './outcome-draft.js';
import { OutcomeForm } from './outcome-form.js';

interface OutcomeLineProps {
  readonly consultation: Consultation;
  readonly purpose?: string;
  /** Told when the hub answered a step: what is shown may be out of date. */
  readonly onAnswered: () => void;
  /** Told with what came of a step. */
  readonly onDone: (text: string) => void;
  /** It is no more in the list that is shown, but somebody is at it. */
  readonly hasLeft?: boolean;
  /** Somebody began to write down what came of it, or does no more. */
  readonly onBegun?: (isBegun: boolean) => void;
  /** What is told of the question beside how it stands. */
  readonly children?: ReactNode;
}

const words = { record: 'Leg de uitkomst vast' };

/** What came of a question, whether it is time to ask again, and the form for it. */
export function OutcomeLine(props: OutcomeLineProps): ReactNode {
  const { consultation: listed, onDone, onBegun, children, ...given } = props;
  const consultation = useQuestionNow(listed.id, given.hasLeft ?? false) ?? listed;
  const { person } = useSession();
  const { status, receivedAt } = consultation;
  const due = dueSince(consultation, calendarDay(hubNow()));
  const name = receivedAt ? `vraag van ${day(receivedAt)}` : 'vraag';
  const canRecord = person.roles.includes('care-broker') && status !== 'RECEIVED' && status !== 'ABANDONED';
  return (
    <li className={due === null ? undefined : 'holds__live'}>
      <p>
        <strong>{capital(name)}</strong>
        {status && ` · ${consultationStatus[status]}`}{' '}
        {due !== null && <span className="badge badge--urgent">Uitkomst nog vast te leggen, sinds {day(due)}</span>}
      </p>
      {children}
      <Found outcomes={consultation.outcomes} />
      <StepButtons words={words} steps={canRecord ? ['record'] : []} about={name} onDone={onDone} onBegun={onBegun}>
        {(_step, ends) => <OutcomeForm {...given} {...ends} consultation={consultation} name={name} />}
      </StepButtons>
    </li>
  );
}

/** What was found of a question, the newest first. */
export function Found({ outcomes }: Pick<Consultation, 'outcomes'>): ReactNode {
  if (!outcomes || outcomes.length === 0) return <p className="quiet">Nog geen uitkomst.</p>;
  return (
    <ul className="part__course">
      {outcomes.map(({ id, kind, measuredOn, isStable, followUpOn }) => (
        <li key={id}>
          {day(measuredOn)}: {foundWords[kind]}
          {isStable !== null && (isStable ? ', en dat houdt stand' : ', maar dat hield geen stand')}
          {followUpOn !== null && <span className="quiet"> (weer vragen vanaf {day(followUpOn)})</span>}
        </li>
      ))}
    </ul>
  );
}
