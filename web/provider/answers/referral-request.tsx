import type { ReactNode } from 'react';
import { answerReferral } from '../../generated/operations.js';
import { keyed, useOnce } from '../../hub/use-once.js';
import { Countdown } from '../../parts/countdown.js';
import type { OpenReferral } from './answers.js';
import { ReferredChild } from './referred-child.js';
import { YesOrNo, type Refusal } from './yes-or-no.js';

interface ReferralRequestProps {
  readonly referral: OpenReferral;
  /** It cannot be answered any more, but somebody is at it. */
  readonly hasLeft: boolean;
  /** Somebody began to say why not, or does no more. */
  readonly onBegun: (isBegun: boolean) => void;
  readonly onAnswered: (told: string) => void;
}

/** A case that was put before the provider, with no place held for it. */
export function ReferralRequest({ referral, hasLeft, onBegun, onAnswered }: ReferralRequestProps): ReactNode {
  const answering = useOnce(answerReferral);
  const { id: referralId, pseudonym, expiresAt, offer } = referral;
  const name = `Vraag over ${pseudonym ?? 'een kind'}`;

  const accept = async (): Promise<void> => {
    const taken = await answering.take({ referralId, answer: 'ACCEPT' as const }, keyed);
    if (taken) onAnswered(`Ja gezegd op: ${name}.`);
  };
  const decline = async ({ reason }: Refusal): Promise<void> => {
    const taken = await answering.take({ referralId, answer: 'DECLINE' as const, reason }, keyed);
    if (!taken) return;
    onBegun(false);
    onAnswered(`Nee gezegd op: ${name}. De vrager hoort waarom.`);
  };
  return (
    <li className="request">
      <h3 className="request__title">
        {name}
        {offer && ` · ${offer.title}`}
      </h3>
      {expiresAt !== null && !hasLeft && (
        <p>
          <Countdown until={expiresAt} />
        </p>
      )}
      <ReferredChild referral={referral} />
      <YesOrNo
        about={name}
        yes="Ja, wij kunnen helpen"
        isTaking={answering.isTaking}
        error={answering.error}
        hasLeft={hasLeft}
        onBegun={onBegun}
        onYes={accept}
        onNo={decline}
      />
    </li>
  );
}
