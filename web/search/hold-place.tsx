import { SecondaryActionButton } from '@utrecht/button-react';
import { useState, type ReactNode } from 'react';
import type { CombinedError } from 'urql';
import { holdPlace, type HoldPlaceData } from '../generated/operations.js';
import { holdState } from '../generated/words.js';
import { isAnswered } from '../hub/intention.js';
import { useStepOnce } from '../hub/use-once.js';
import { Countdown } from '../parts/countdown.js';
import { amount, capital } from '../parts/dutch.js';
import { firstFocused, focusedAtFirst } from '../parts/forms/focus.js';
import { HoldForm } from './hold-form.js';
import { isStale, type HoldFor, type Offer } from './options.js';

type Placed = NonNullable<NonNullable<HoldPlaceData['holdPlace']>['hold']>;

interface HoldPlaceProps {
  readonly offer: Offer;
  readonly hold: HoldFor;
}

type Stage = 'closed' | 'open' | 'cancelled';

/** Holds a place of an offer for a case; once it is held, how long that lasts. */
export function HoldPlace({ offer, hold }: HoldPlaceProps): ReactNode {
  const [stage, setStage] = useState<Stage>('closed');
  const holding = useHolding(offer, hold, () => setStage('closed'));
  const { placed, isOver, end } = holding;
  return (
    <>
      {placed && <Held offer={offer} placed={placed} onOver={end} />}
      {(!placed || isOver) && <Ask offer={offer} holding={holding} hold={hold} stage={stage} setStage={setStage} />}
    </>
  );
}

interface AskProps {
  readonly offer: Offer;
  readonly holding: Holding;
  readonly hold: HoldFor;
  readonly stage: Stage;
  readonly setStage: (stage: Stage) => void;
}

function Ask({ offer, holding, hold, stage, setStage }: AskProps): ReactNode {
  const begin = (): void => {
    hold.onBegun?.();
    setStage('open');
  };
  if (stage === 'open') return <HoldForm offer={offer} holding={holding} onCancel={() => setStage('cancelled')} />;
  return (
    <span className="screen-only" ref={stage === 'cancelled' ? firstFocused : undefined}>
      <SecondaryActionButton onClick={begin}>
        Houd vast<span className="unseen"> {offer.title}</span>
      </SecondaryActionButton>
    </span>
  );
}

interface HeldProps {
  readonly offer: Offer;
  readonly placed: Placed;
  readonly onOver: () => void;
}

function Held({ offer, placed: { quantity, state, expiresAt }, onOver }: HeldProps): ReactNode {
  return (
    <p className="held" tabIndex={-1} ref={focusedAtFirst}>
      <strong>Vastgehouden: {amount(quantity, offer.availability?.unit ?? 'PLACE')}.</strong>{' '}
      {capital(holdState[state])}. {expiresAt !== null && <Countdown until={expiresAt} onOver={onOver} />}
    </p>
  );
}

/** What a form needs to know of the step that it takes. */
export interface Holding {
  readonly error: CombinedError | undefined;
  readonly isTaking: boolean;
  readonly submit: (quantity: number, spokenWith: string) => Promise<void>;
}

/** Takes the step once for each intention, also when the form was closed meanwhile. */
function useHolding(offer: Offer, { caseId, purpose, onHeld, onChanged }: HoldFor, onPlaced: () => void) {
  const [placed, setPlaced] = useState<Placed | null>(null);
  const [isOver, setOver] = useState(false);
  const [error, setError] = useState<CombinedError>();
  const [isTaking, take] = useStepOnce(holdPlace, purpose);
  const submit = async (quantity: number, spokenWith: string): Promise<void> => {
    const taken = await take({ quantity, spokenWith }, (_, { idempotencyKey, meantAt }) => ({
      ...{ idempotencyKey, caseId, offerId: offer.id, quantity },
      ...(isStale(offer) && { confirmedByPhone: { spokenWith, calledAt: meantAt } }),
    }));
    setError(taken.error);
    if (taken.error && isAnswered(taken.error))
      onChanged({ offerId: offer.id, title: offer.title, error: taken.error });
    const held = taken.data?.holdPlace?.hold;
    if (!held) return;
    setPlaced(held);
    onPlaced();
    setOver(false);
    onHeld();
  };
  const end = (): void => {
    setOver(true);
    onChanged();
  };
  return { placed, isOver, error, isTaking, submit, end };
}
