import { useState, type ReactNode } from 'react';
import type { CombinedError } from 'urql';
import { recordContact, type ConsultationsData } from '../generated/operations.js';
import { consultationChannel, referrerKind } from '../generated/words.js';
import { isAnswered } from '../hub/intention.js';
import { upon, useStepOnce } from '../hub/use-once.js';
import { AskedTwice } from '../parts/forms/asked-twice.js';
import { moment, span, withoutCodes } from '../parts/dutch.js';
import { Failure } from '../parts/telling/failure.js';
import { focusOn } from '../parts/forms/focus.js';
import { useSayStep } from '../parts/telling/own-steps.js';
import { useTurn } from '../parts/telling/use-turn.js';

const referrerWords = withoutCodes(referrerKind);

type Consultation = NonNullable<ConsultationsData['consultations']>['edges'][number]['node'];

interface WaitingProps {
  readonly consultations: readonly Consultation[];
  readonly now: number;
  /** Whether this is somebody who may write down that there was contact. */
  readonly canRecord: boolean;
  /** Told when the list may be out of date. */
  readonly onChanged: () => void;
}

const headingId = 'eerste-contact';

/** Questions that nobody answered yet, by when somebody must: 48 hours after they came in. */
export function Waiting({ consultations, now, canRecord, onChanged }: WaitingProps): ReactNode {
  const [refusal, setRefusal] = useState<CombinedError>();
  if (consultations.length === 0) return null;
  const first = consultations.toSorted((a, b) => dueOf(a).localeCompare(dueOf(b)));
  return (
    <section aria-labelledby={headingId}>
      <h2 className="utrecht-heading-2" id={headingId} tabIndex={-1}>
        Wacht op eerste contact, binnen 48 uur
      </h2>
      <Failure error={refusal} isStep />
      <table className="utrecht-table stacked">
        <caption className="unseen">Vragen die wachten op eerste contact</caption>
        <thead>
          <tr>
            <th scope="col">Kwam binnen</th>
            <th scope="col">Nog</th>
            <th scope="col">Van</th>
            <th scope="col">Gemeente</th>
            {canRecord && <th scope="col">Contact gehad</th>}
          </tr>
        </thead>
        <tbody>
          {first.map((one) => (
            <Row key={one.id} one={one} now={now} canRecord={canRecord} onChanged={onChanged} onRefused={setRefusal} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

interface RowProps extends Omit<WaitingProps, 'consultations'> {
  readonly one: Consultation;
  /** Told what went wrong with a step, nothing when it went well: the row itself may be gone by then. */
  readonly onRefused: (error: CombinedError | undefined) => void;
}

function Row(props: RowProps): ReactNode {
  const { one, now, canRecord, onChanged } = props;
  const left = Date.parse(dueOf(one)) - now;
  // whoever was called meanwhile need not be called again
  useTurn(left < 0, onChanged);
  return (
    <tr>
      <th scope="row">
        {one.receivedAt ? moment(one.receivedAt) : 'onbekend'}
        {one.channel && <span className="quiet"> {consultationChannel[one.channel]}</span>}
      </th>
      <td data-word="Nog">
        <span className={left < 0 ? 'badge badge--urgent' : 'badge'}>
          {left < 0 ? `${span(-left)} te laat` : span(left)}
        </span>
      </td>
      <td data-word="Van">{one.referrer ? referrerWords[one.referrer.kind] : '–'}</td>
      <td data-word="Gemeente">{one.municipality?.name ?? '–'}</td>
      {canRecord && (
        <td data-word="Contact gehad">
          <Contact {...props} />
        </td>
      )}
    </tr>
  );
}

function Contact({ one, onChanged, onRefused }: RowProps): ReactNode {
  const [isTaking, record] = useStepOnce(recordContact);
  const say = useSayStep();
  const confirm = async (): Promise<boolean> => {
    const { error } = await record({ consultationId: one.id, kind: 'PHONE' as const }, upon(one.version));
    onRefused(error);
    if (!isAnswered(error)) return false;
    if (!error) say('Opgeschreven: u hebt gebeld.');
    focusOn(headingId);
    onChanged();
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

function dueOf({ firstContactDueAt }: Consultation): string {
  return firstContactDueAt ?? '9999';
}
