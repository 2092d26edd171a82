import { SecondaryActionButton } from '@utrecht/button-react';
import { useState, type ReactNode } from 'react';
import type { CombinedError } from 'urql';
import { releaseHold } from '../generated/operations.js';
import { holdState } from '../generated/words.js';
import { isAnswered } from '../hub/intention.js';
import { keyed, useStepOnce } from '../hub/use-once.js';
import { Countdown } from '../parts/countdown.js';
import { amount, capital, moment } from '../parts/dutch.js';
import { Failure } from '../parts/telling/failure.js';
import { focusOn } from '../parts/forms/focus.js';
import { useSayStep } from '../parts/telling/own-steps.js';
import { Phone } from '../parts/phone.js';
import type { Case } from './case-page.js';

type Hold = NonNullable<Case['holds']>['edges'][number]['node'];

interface HoldsProps {
  readonly holds: Case['holds'];
  readonly purpose: string;
  readonly onChanged: () => void;
}

const headingId = 'vastgehouden';

/** The places that are or were held for a case, the newest first, each with the time that is left. */
export function Holds({ holds, purpose, onChanged }: HoldsProps): ReactNode {
  const [refusal, setRefusal] = useState<CombinedError>();
  if (!holds) return null;
  return (
    <section aria-labelledby={headingId}>
      <h2 className="utrecht-heading-2" id={headingId} tabIndex={-1}>
        Vastgehouden plekken
      </h2>
      <Failure error={refusal} isStep />
      {holds.edges.length === 0 && <p className="empty">Er wordt nog geen plek vastgehouden.</p>}
      <ul className="holds">
        {holds.edges.map(({ node }) => (
          <HoldLine key={node.id} hold={node} purpose={purpose} onChanged={onChanged} onRefused={setRefusal} />
        ))}
      </ul>
    </section>
  );
}

interface HoldLineProps extends Omit<HoldsProps, 'holds'> {
  readonly hold: Hold;
  /** Told what went wrong with a step, nothing when it went well: the line itself may have changed by then. */
  readonly onRefused: (error: CombinedError | undefined) => void;
}

function HoldLine(props: HoldLineProps): ReactNode {
  const { hold, onChanged } = props;
  const { offer, quantity, state, expiresAt, endedAt } = hold;
  const isLive = state === 'REQUESTED' || state === 'ACTIVE';
  return (
    <li className={isLive ? 'holds__live' : ''}>
      <p>
        <strong>{offer?.title ?? 'aanbod nu niet bekend'}</strong> ·{' '}
        {offer?.organisation?.name ?? 'naam nu niet bekend'} · {amount(quantity, offer?.unit ?? 'PLACE')}
      </p>
      <p>
        {capital(holdState[state])}.{' '}
        {isLive && expiresAt !== null && <Countdown until={expiresAt} onOver={onChanged} />}
        {!isLive && endedAt !== null && <span className="quiet">{moment(endedAt)}</span>}
      </p>
      {isLive && (
        <p>
          <Phone number={offer?.organisation?.contact?.phone} of={offer?.organisation?.name ?? 'de aanbieder'} />{' '}
          <Release {...props} />
        </p>
      )}
    </li>
  );
}

function Release({ hold: { id, offer }, purpose, onChanged, onRefused }: HoldLineProps): ReactNode {
  const say = useSayStep();
  const [isTaking, take] = useStepOnce(releaseHold, purpose);
  const release = async (): Promise<void> => {
    if (isTaking) return;
    const { error } = await take({ holdId: id }, keyed);
    onRefused(error);
    if (!isAnswered(error)) return;
    if (!error) say(`Vrijgegeven: ${offer?.title ?? 'de plek'}.`);
    // the button goes with the hold
    focusOn(headingId);
    onChanged();
  };
  return (
    <SecondaryActionButton className="screen-only" busy={isTaking} onClick={() => void release()}>
      Geef vrij<span className="unseen"> {offer?.title}</span>
    </SecondaryActionButton>
  );
}
