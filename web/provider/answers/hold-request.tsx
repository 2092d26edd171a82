import type { ReactNode } from 'react';
import { answerHold } from '../../generated/operations.js';
import { keyed, useOnce } from '../../hub/use-once.js';
import { Countdown } from '../../parts/countdown.js';
import { amount, moment } from '../../parts/dutch.js';
import type { OpenReferral, WaitingHold } from './answers.js';
import { ReferredChild } from './referred-child.js';
import { YesOrNo, type Refusal } from './yes-or-no.js';

interface HoldRequestProps {
  readonly hold: WaitingHold;
  /** What the hub tells of the child, where the case was put before this provider. */
  readonly referral: OpenReferral | undefined;
  /** It cannot be answered any more, but somebody is at it. */
  readonly hasLeft: boolean;
  /** Somebody began to say why not, or does no more. */
  readonly onBegun: (isBegun: boolean) => void;
  readonly onAnswered: (told: string) => void;
}

/** A place that somebody asks for: until when it can be answered, and the answer. */
export function HoldRequest({ hold, hasLeft, referral, onBegun, onAnswered }: HoldRequestProps): ReactNode {
  const answering = useOnce(answerHold);
  const title = hold.offer?.title ?? 'aanbod nu niet bekend';
  const what = amount(hold.quantity, hold.offer?.unit ?? 'PLACE');

  const accept = async (): Promise<void> => {
    const taken = await answering.take({ holdId: hold.id, answer: 'ACCEPT' as const }, keyed);
    const until = taken?.answerHold?.hold?.expiresAt;
    if (taken) onAnswered(`Toegezegd: ${what} bij ${title}.${until ? ` U houdt dit vrij tot ${moment(until)}.` : ''}`);
  };
  const refuse = async ({ reason, note }: Refusal): Promise<void> => {
    const meant = { holdId: hold.id, answer: 'REFUSE' as const, reason, ...(note !== '' && { note }) };
    if (!(await answering.take(meant, keyed))) return;
    onBegun(false);
    onAnswered(`Afgewezen: ${what} bij ${title}. De vrager hoort waarom.`);
  };
  return (
    <li className="request">
      <h3 className="request__title">
        {title} · {what}
      </h3>
      <p>
        {!hasLeft && <Countdown until={hold.answerDueAt} />}
        <span className="quiet">
          {!hasLeft && ' · '}gevraagd op {moment(hold.createdAt)}
        </span>
      </p>
      {referral ? (
        <ReferredChild referral={referral} />
      ) : (
        <p className="quiet">Over het kind is u nog niets verteld.</p>
      )}
      <YesOrNo
        about={title}
        yes="Ja, wij houden dit vrij"
        hasNote
        isTaking={answering.isTaking}
        error={answering.error}
        hasLeft={hasLeft}
        onBegun={onBegun}
        onYes={accept}
        onNo={refuse}
      />
    </li>
  );
}
