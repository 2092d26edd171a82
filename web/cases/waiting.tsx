import { SecondaryActionButton } from '@utrecht/button-react';
import { useState, type ReactNode } from 'react';
import type { CombinedError } from 'urql';
import { recordContact, type CasesData } from '../generated/operations.js';
import { consultationChannel, referrerKind } from '../generated/words.js';
import { useIntention } from '../hub/intention.js';
import { useStep } from '../hub/use-hub.js';
import { moment, span, withoutCodes } from '../parts/dutch.js';
import { Failure } from '../parts/failure.js';

const referrerWords = withoutCodes(referrerKind);

type Consultation = NonNullable<CasesData['consultations']>['edges'][number]['node'];

interface WaitingProps {
  readonly consultations: readonly Consultation[];
  readonly now: number;
  /** Whether this is somebody who may write down that there was contact. */
  readonly canRecord: boolean;
  readonly onRecorded: () => void;
}

/** Questions that nobody answered yet, by when somebody must: 48 hours after they came in. */
export function Waiting({ consultations, now, canRecord, onRecorded }: WaitingProps): ReactNode {
  if (consultations.length === 0) return null;
  const first = consultations.toSorted((a, b) => dueOf(a).localeCompare(dueOf(b)));
  return (
    <section aria-labelledby="eerste-contact">
      <h2 className="utrecht-heading-2" id="eerste-contact">
        Wacht op eerste contact, binnen 48 uur
      </h2>
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
            <Row key={one.id} one={one} now={now} canRecord={canRecord} onRecorded={onRecorded} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Row({
  one,
  now,
  canRecord,
  onRecorded,
}: Omit<WaitingProps, 'consultations'> & { readonly one: Consultation }): ReactNode {
  const left = Date.parse(dueOf(one)) - now;
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
          <Contact one={one} onRecorded={onRecorded} />
        </td>
      )}
    </tr>
  );
}

function Contact({ one, onRecorded }: Pick<WaitingProps, 'onRecorded'> & { readonly one: Consultation }): ReactNode {
  const intention = useIntention();
  const [isTaking, take] = useStep(recordContact);
  const [error, setError] = useState<CombinedError>();
  const record = async (): Promise<void> => {
    const input = { consultationId: one.id, version: one.version ?? 0, kind: 'PHONE' as const };
    const taken = await take({ input: { ...input, idempotencyKey: intention.of(input).idempotencyKey } });
    intention.settle(taken.error);
    setError(taken.error);
    if (!taken.error) onRecorded();
  };
  return (
    <>
      <SecondaryActionButton disabled={isTaking} onClick={() => void record()}>
        Ik heb gebeld
      </SecondaryActionButton>
      <Failure error={error} isStep />
    </>
  );
}

function dueOf({ firstContactDueAt }: Consultation): string {
  return firstContactDueAt ?? '9999';
}
