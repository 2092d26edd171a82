import { PrimaryActionButton, SecondaryActionButton } from '@utrecht/button-react';
import { useState, type ReactNode } from 'react';
import type { CombinedError } from 'urql';
import { holdPlace, type HoldPlaceData, type HoldPlaceInput } from '../generated/operations.js';
import { holdState } from '../generated/words.js';
import { useStep } from '../hub/use-hub.js';
import { Countdown } from '../parts/countdown.js';
import { capital, unitWord } from '../parts/dutch.js';
import { Failure } from '../parts/failure.js';
import { Text } from '../parts/fields.js';
import { isStale, type HoldFor, type Offer } from './options.js';

type Placed = NonNullable<HoldPlaceData['holdPlace']>['hold'];

interface HoldPlaceProps {
  readonly offer: Offer;
  readonly hold: HoldFor;
}

/** Holds a place of an offer for a case; once it is held, how long that lasts. */
export function HoldPlace({ offer, hold }: HoldPlaceProps): ReactNode {
  const [isOpen, setOpen] = useState(false);
  const [placed, setPlaced] = useState<Placed | null>(null);
  if (placed)
    return (
      <p className="held" role="status">
        <strong>Vastgehouden.</strong> {capital(holdState[placed.state])}.{' '}
        {placed.expiresAt !== null && <Countdown until={placed.expiresAt} />}
      </p>
    );
  if (!isOpen)
    return (
      <SecondaryActionButton className="screen-only" onClick={() => setOpen(true)}>
        Houd vast<span className="unseen"> {offer.title}</span>
      </SecondaryActionButton>
    );
  const keep = (given: Placed): void => {
    setPlaced(given);
    hold.onHeld();
  };
  return <HoldForm offer={offer} hold={hold} onPlaced={keep} onCancel={() => setOpen(false)} />;
}

interface HoldFormProps extends HoldPlaceProps {
  readonly onPlaced: (placed: Placed) => void;
  readonly onCancel: () => void;
}

/** How much is held and, where its figure is old, with whom was spoken on the telephone. */
function HoldForm({ offer, hold: { caseId, purpose }, onPlaced, onCancel }: HoldFormProps): ReactNode {
  const [quantity, setQuantity] = useState('1');
  const [spokenWith, setSpokenWith] = useState('');
  const { isTaking, error, submit } = useHolding(purpose, onPlaced);
  const input = {
    caseId,
    offerId: offer.id,
    quantity: Number(quantity) || 1,
    ...(isStale(offer) && { confirmedByPhone: { spokenWith, calledAt: new Date().toISOString() } }),
  };
  return (
    <form
      className="hold"
      aria-label={`Vasthouden: ${offer.title}`}
      onSubmit={(event) => {
        event.preventDefault();
        void submit(input);
      }}
    >
      <Text
        label={`Hoeveel (${unitWord(offer.availability?.unit ?? 'PLACE')})`}
        size="short"
        isNumber
        value={quantity}
        onChange={setQuantity}
      />
      {isStale(offer) && (
        <Text
          label="Met wie belde u?"
          hint="Het cijfer is oud. Bel eerst en vul een functie of naam van de aanbieder in."
          size="full"
          value={spokenWith}
          onChange={setSpokenWith}
        />
      )}
      <p className="buttons">
        <PrimaryActionButton type="submit" disabled={isTaking}>
          {isTaking ? 'Vraagt aan …' : 'Vraag de plek aan'}
        </PrimaryActionButton>
        <SecondaryActionButton onClick={onCancel}>Toch niet</SecondaryActionButton>
      </p>
      <Failure error={error} />
    </form>
  );
}

/** Takes the step, under one key for each intention: sent twice by mistake, or after an answer that was lost, it holds one place. */
function useHolding(purpose: string | undefined, onPlaced: (placed: Placed) => void) {
  const [idempotencyKey, setKey] = useState(() => crypto.randomUUID());
  const [error, setError] = useState<CombinedError>();
  const [isTaking, take] = useStep(holdPlace, purpose);
  const submit = async (input: Omit<HoldPlaceInput, 'idempotencyKey'>): Promise<void> => {
    const taken = await take({ input: { ...input, idempotencyKey } });
    setError(taken.error);
    if (taken.error && !taken.error.networkError) setKey(crypto.randomUUID());
    if (taken.data?.holdPlace) onPlaced(taken.data.holdPlace.hold);
  };
  return { isTaking, error, submit };
}
