import { SecondaryActionButton } from '@utrecht/button-react';
import { useState, type ReactNode } from 'react';
import type { CombinedError } from 'urql';
import { releaseHold } from '../generated/operations.js';
import { holdState } from '../generated/words.js';
import { useStep } from '../hub/use-hub.js';
import { Countdown } from '../parts/countdown.js';
import { amount, capital, moment } from '../parts/dutch.js';
import { Failure } from '../parts/failure.js';
import { Phone } from '../parts/phone.js';
import type { Case } from './case-page.js';

type Hold = NonNullable<Case['holds']>['edges'][number]['node'];

interface HoldsProps {
  readonly holds: Case['holds'];
  readonly purpose: string;
  readonly onChanged: () => void;
}

/** The places that are or were held for a case, the newest first, each with the time that is left. */
export function Holds({ holds, purpose, onChanged }: HoldsProps): ReactNode {
  if (!holds) return null;
  return (
    <section aria-labelledby="vastgehouden">
      <h2 className="utrecht-heading-2" id="vastgehouden">
        Vastgehouden plekken
      </h2>
      {holds.edges.length === 0 && <p className="empty">Er wordt nog geen plek vastgehouden.</p>}
      <ul className="holds">
        {holds.edges.map(({ node }) => (
          <HoldLine key={node.id} hold={node} purpose={purpose} onChanged={onChanged} />
        ))}
      </ul>
    </section>
  );
}

function HoldLine({ hold, purpose, onChanged }: Omit<HoldsProps, 'holds'> & { readonly hold: Hold }): ReactNode {
  const { offer, quantity, state, expiresAt, endedAt } = hold;
  const isLive = state === 'REQUESTED' || state === 'ACTIVE';
  return (
    <li className={isLive ? 'holds__live' : ''}>
      <p>
        <strong>{offer?.title ?? 'aanbod nu niet bekend'}</strong> ·{' '}
        {offer?.organisation?.name ?? 'naam nu niet bekend'} · {amount(quantity, offer?.unit ?? 'PLACE')}
      </p>
      <p>
        {capital(holdState[state])}. {isLive && expiresAt !== null && <Countdown until={expiresAt} />}
        {!isLive && endedAt !== null && <span className="quiet">{moment(endedAt)}</span>}
      </p>
      {isLive && (
        <p>
          <Phone number={offer?.organisation?.contact?.phone} of={offer?.organisation?.name ?? 'de aanbieder'} />{' '}
          <Release hold={hold} purpose={purpose} onChanged={onChanged} />
        </p>
      )}
    </li>
  );
}

function Release({ hold, purpose, onChanged }: Omit<HoldsProps, 'holds'> & { readonly hold: Hold }): ReactNode {
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  const [isTaking, take] = useStep(releaseHold, purpose);
  const [error, setError] = useState<CombinedError>();
  const release = async (): Promise<void> => {
    const taken = await take({ input: { idempotencyKey, holdId: hold.id } });
    setError(taken.error);
    if (!taken.error) onChanged();
  };
  return (
    <>
      <SecondaryActionButton className="screen-only" disabled={isTaking} onClick={() => void release()}>
        Geef vrij<span className="unseen"> {hold.offer?.title}</span>
      </SecondaryActionButton>
      <Failure error={error} isStep />
    </>
  );
}
