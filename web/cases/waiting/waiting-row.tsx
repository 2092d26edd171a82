import { SubtleButton } from '@utrecht/button-react';
import type { ReactNode } from 'react';
import type { CombinedError } from 'urql';
import { recordContact } from '../../generated/operations.js';
import { consultationChannel, referrerKind } from '../../generated/words.js';
import { isAnswered } from '../../hub/intention.js';
import { upon, useStepOnce } from '../../hub/use-once.js';
import { moment, span, withoutCodes } from '../../parts/dutch.js';
import { AskedTwice } from '../../parts/forms/asked-twice.js';
import { Overtaken } from '../../parts/forms/overtaken.js';
import { useOpenStep } from '../../parts/forms/use-open-step.js';
import { useTurn } from '../../parts/telling/use-turn.js';
import { questionName } from '../../phone/running/questions.js';
import { AbandonForm } from './abandon-form.js';
import { dueOf, type WaitingQuestion } from './question.js';

const referrerWords = withoutCodes(referrerKind);

interface WaitingRowProps {
  readonly question: WaitingQuestion;
  readonly now: number;
  readonly canRecord: boolean;
  /** It waits no more, but somebody is at it. */
  readonly hasLeft: boolean;
  /** Somebody began to break it off, or does no more. */
  readonly onBegun: (isBegun: boolean) => void;
  /** Told when the list may be out of date. */
  readonly onAnswered: () => void;
  /** Told with what came of a step. */
  readonly onDone: (text: string) => void;
  /** Told what went wrong with a step, nothing when it went well: the row itself may be gone by then. */
  readonly onRefused: (error: CombinedError | undefined) => void;
}

/** A question with the time that is left for it, and beneath it the form that breaks it off. */
export function WaitingRow(props: WaitingRowProps): ReactNode {
  const { question, now, canRecord, hasLeft, onBegun, onAnswered, onDone } = props;
  const { open, last, start, cancel, done } = useOpenStep<'abandon'>(onBegun);
  const left = Date.parse(dueOf(question)) - now;
  const name = questionName(question);
  // whoever was called meanwhile need not be called again
  useTurn(left < 0, onAnswered);
  return (
    <>
      <tr className={open === null ? '' : 'row--open'}>
        <Facts question={question} left={left} />
        {canRecord && (
          <td className="row-actions">
            {open === null && (
              <div className="buttons">
                <Called {...props} />
                <SubtleButton autoFocus={last !== null} onClick={() => start('abandon')}>
                  Breek af<span className="unseen">: {name}</span>
                </SubtleButton>
              </div>
            )}
          </td>
        )}
      </tr>
      {open !== null && (
        <tr>
          <td colSpan={5}>
            {hasLeft ? (
              <Overtaken text="Deze vraag wacht niet meer op een eerste contact." onClose={cancel} />
            ) : (
              <AbandonForm {...{ question, name, onAnswered }} onDone={done(onDone)} onCancel={cancel} />
            )}
          </td>
        </tr>
      )}
    </>
  );
}

function Facts({ question, left }: { readonly question: WaitingQuestion; readonly left: number }): ReactNode {
  const { receivedAt, channel, referrer, municipality } = question;
  return (
    <>
      <th scope="row">
        {receivedAt ? moment(receivedAt) : 'onbekend'}
        {channel && <span className="quiet"> {consultationChannel[channel]}</span>}
      </th>
      <td data-word="Nog">
        <span className={left < 0 ? 'badge badge--urgent' : 'badge'}>
          {left < 0 ? `${span(-left)} te laat` : span(left)}
        </span>
      </td>
      <td data-word="Van">{referrer ? referrerWords[referrer.kind] : '–'}</td>
      <td data-word="Gemeente">{municipality?.name ?? '–'}</td>
    </>
  );
}

function Called({ question, onAnswered, onDone, onRefused }: WaitingRowProps): ReactNode {
  const [isTaking, record] = useStepOnce(recordContact);
  const confirm = async (): Promise<boolean> => {
    const { error } = await record({ consultationId: question.id, kind: 'PHONE' as const }, upon(question.version));
    onRefused(error);
    if (!isAnswered(error)) return false;
    onAnswered();
    if (!error) onDone('Opgeschreven: u hebt gebeld.');
    return true;
  };
  return (
    <AskedTwice
      word="Ik heb gebeld"
      question="Hebt u echt gebeld?"
      answer="Ja, gebeld"
      isTaking={isTaking}
      onConfirm={confirm}
    />
  );
}
