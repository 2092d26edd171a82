import { SubtleButton } from '@utrecht/button-react';
import { useCallback, useState, type ReactNode } from 'react';
import type { ProviderDeskData } from '../../generated/operations.js';
import { Countdown } from '../../parts/countdown.js';
import { amount } from '../../parts/dutch.js';
import { Told } from '../../parts/telling/told.js';
import { useBegun } from '../../parts/forms/use-begun.js';
import { HoldRequest } from './hold-request.js';
import { ReferralRequest } from './referral-request.js';

export type Desk = ProviderDeskData;
export type WaitingHold = NonNullable<Desk['waiting']>['edges'][number]['node'];
export type OpenReferral = NonNullable<Desk['referrals']>['edges'][number]['node'];

interface AnswersProps {
  readonly desk: Desk;
  readonly isAsking: boolean;
  readonly onChanged: () => void;
}

/** Everything that waits for a yes or a no, the first that lapses first; and what was promised. */
export function Answers({ desk, isAsking, onChanged }: AnswersProps): ReactNode {
  const [told, setTold] = useState('');
  const begunHolds = useBegun((desk.waiting?.edges ?? []).map(({ node }) => node));
  const holds = begunHolds.shown.toSorted((a, b) => a.answerDueAt.localeCompare(b.answerDueAt));
  const begunReferrals = useBegun((desk.referrals?.edges ?? []).map(({ node }) => node));
  const referrals = begunReferrals.shown;
  const ofHold = new Map(referrals.map((one) => [one.hold?.id, one]));
  const alone = referrals.filter(({ hold }) => !holds.some(({ id }) => id === hold?.id));
  const answered = useCallback(
    (text: string) => {
      setTold(text);
      onChanged();
    },
    [onChanged],
  );
  return (
    <section aria-labelledby="wacht">
      <div className="heading-row">
        <h2 className="utrecht-heading-2" id="wacht">
          Wacht op uw antwoord{holds.length + alone.length > 0 && ` (${holds.length + alone.length})`}
        </h2>
        <SubtleButton disabled={isAsking} onClick={onChanged}>
          Kijk opnieuw
        </SubtleButton>
      </div>
      <Told text={told} />
      {desk.waiting && desk.referrals && holds.length + alone.length === 0 && (
        <p className="empty">Niets. U bent bij.</p>
      )}
      <ul className="requests">
        {holds.map((hold) => (
          <HoldRequest
            key={hold.id}
            hold={hold}
            hasLeft={begunHolds.hasLeft(hold)}
            referral={ofHold.get(hold.id)}
            onBegun={(isBegun) => begunHolds.mark(hold, isBegun)}
            onAnswered={answered}
          />
        ))}
        {alone.map((referral) => (
          <ReferralRequest
            key={referral.id}
            referral={referral}
            hasLeft={begunReferrals.hasLeft(referral)}
            onBegun={(isBegun) => begunReferrals.mark(referral, isBegun)}
            onAnswered={answered}
          />
        ))}
      </ul>
      {isMore(desk) && <p className="told">Er zijn er meer. U ziet ze als u deze hebt beantwoord.</p>}
      <Promised desk={desk} />
    </section>
  );
}

function isMore({ waiting, referrals }: Desk): boolean {
  return waiting?.pageInfo.hasNextPage === true || referrals?.pageInfo.hasNextPage === true;
}

/** Places that were promised and are kept free until care begins. */
function Promised({ desk: { promised } }: { readonly desk: Desk }): ReactNode {
  const holds = promised?.edges.map(({ node }) => node) ?? [];
  if (holds.length === 0) return null;
  return (
    <details>
      <summary>
        Wat u toezegde en nog vasthoudt ({holds.length}
        {promised?.pageInfo.hasNextPage === true && '+'})
      </summary>
      <ul className="holds">
        {holds.map(({ id, quantity, expiresAt, offer }) => (
          <li key={id}>
            <strong>{offer?.title ?? 'aanbod nu niet bekend'}</strong> · {amount(quantity, offer?.unit ?? 'PLACE')}{' '}
            {expiresAt !== null && <Countdown until={expiresAt} />}
          </li>
        ))}
      </ul>
    </details>
  );
}
