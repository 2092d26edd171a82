import type { ReactNode } from 'react';
import { Found } from '../../cases/care/outcome-line.js';
import { consultationChannel, consultationStatus, interventionKind } from '../../generated/words.js';
import { useSession } from '../../hub/session.js';
import { placeOf } from '../../page/route.js';
import { capital, moment } from '../../parts/dutch.js';
import { Meanwhile } from '../../parts/telling/meanwhile.js';
import { QuestionSteps } from './question-steps.js';
import { questionName, type RunningQuestion } from './questions.js';
import { useQuestionNow } from './use-question-now.js';

export interface QuestionCardProps {
  readonly question: RunningQuestion;
  /** It is no more in the list, but somebody is at it. */
  readonly hasLeft: boolean;
  /** Somebody began with a step, or does no more. */
  readonly onBegun: (isBegun: boolean) => void;
  /** Told when the hub answered a step: what is shown may be out of date. */
  readonly onAnswered: () => void;
  /** Told with what came of a step. */
  readonly onDone: (text: string) => void;
}

/** One question: who asked it, the contact there was, what was done and what came of it. */
export function QuestionCard({ question: listed, hasLeft, ...steps }: QuestionCardProps): ReactNode {
  const question = useQuestionNow(listed.id, hasLeft) ?? listed;
  const { person } = useSession();
  const { status, channel, firstContactAt, interventions, outcomes } = question;
  return (
    <li>
      <h2 className="part__name">{capital(questionName(question))}</h2>
      <p>
        {status && <span className="badge">{consultationStatus[status]}</span>}
        {channel && ` kwam binnen: ${consultationChannel[channel]}`}
        {firstContactAt && <span className="quiet"> · eerste contact {moment(firstContactAt)}</span>}
      </p>
      <Became question={question} />
      {(interventions ?? []).length > 0 && (
        <p>Gedaan: {(interventions ?? []).map((kind) => interventionKind[kind]).join('; ')}.</p>
      )}
      <Found outcomes={outcomes} />
      {hasLeft && <Meanwhile text="Deze vraag loopt niet meer. Hier staat hoe het nu is." />}
      {person.roles.includes('care-broker') && <QuestionSteps question={question} {...steps} />}
    </li>
  );
}

/** The case that it became, where it did. */
function Became({ question }: Pick<QuestionCardProps, 'question'>): ReactNode {
  if (!question.case) return null;
  const { id, number } = question.case;
  return (
    <p>
      Hoort bij{' '}
      <a className="utrecht-link" href={placeOf(['casussen', id])}>
        casus {number}
      </a>
    </p>
  );
}
