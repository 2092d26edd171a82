import { PrimaryActionButton, SecondaryActionButton } from '@utrecht/button-react';
import { useState, type ReactNode } from 'react';
import type { CombinedError } from 'urql';
import { holdPlace, type HoldPlaceData } from '../generated/operations.js';
import { holdState } from '../generated/words.js';
import { useIntention } from '../hub/intention.js';
import { useStep } from '../hub/use-hub.js';
import { Countdown } from '../parts/countdown.js';
import { amount, capital, unitWord } from '../parts/dutch.js';
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
  const holding = useHolding(offer, hold);
  if (holding.placed)
    return (
      <p className="held" role="status">
        <strong>Vastgehouden: {amount(holding.placed.quantity, offer.availability?.unit ?? 'PLACE')}.</strong>{' '}
        {capital(holdState[holding.placed.state])}.{' '}
        {holding.placed.expiresAt !== null && <Countdown until={holding.placed.expiresAt} />}
      </p>
    );
  if (!isOpen)
    return (
      <SecondaryActionButton
        className="screen-only"
        onClick={() => {
          hold.onBegun?.();
          setOpen(true);
        }}
      >
        Houd vast<span className="unseen"> {offer.title}</span>
      </SecondaryActionButton>
    );
  return <HoldForm offer={offer} holding={holding} onCancel={() => setOpen(false)} />;
}

interface HoldFormProps {
  readonly offer: Offer;
  readonly holding: ReturnType<typeof useHolding>;
  readonly onCancel: () => void;
}

/** How much is held and, where its figure is old, with whom was spoken on the telephone. */
function HoldForm({ offer, holding, onCancel }: HoldFormProps): ReactNode {
  const [quantity, setQuantity] = useState('1');
  const [spokenWith, setSpokenWith] = useState('');
  const [isTried, setTried] = useState(false);
  const whole = wholeNumber(quantity);
  return (
    <form
      className="hold"
      aria-label={`Vasthouden: ${offer.title}`}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (whole !== null) void holding.submit(whole, spokenWith);
      }}
    >
      <Text
        label={`Hoeveel (${unitWord(offer.availability?.unit ?? 'PLACE')})`}
        size="short"
        isNumber
        value={quantity}
        fault={isTried && whole === null ? `Vul een heel getal in, van 1 tot en met ${most}.` : undefined}
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
        <PrimaryActionButton type="submit" disabled={holding.isTaking}>
          {holding.isTaking ? 'Vraagt aan …' : 'Vraag de plek aan'}
        </PrimaryActionButton>
        <SecondaryActionButton onClick={onCancel}>Toch niet</SecondaryActionButton>
      </p>
      <Failure error={holding.error} isStep />
    </form>
  );
}

/** What the hub holds at once at the most. */
const most = 100;

function wholeNumber(text: string): number | null {
  const number = /^[0-9]{1,3}$/.test(text.trim()) ? Number(text) : 0;
  return number >= 1 && number <= most ? number : null;
}

/** Takes the step once for each intention, also when the form was closed meanwhile. */
function useHolding(offer: Offer, { caseId, purpose, onHeld }: HoldFor) {
  const [placed, setPlaced] = useState<Placed | null>(null);
  const [error, setError] = useState<CombinedError>();
  const [isTaking, take] = useStep(holdPlace, purpose);
  const intention = useIntention();
  const submit = async (quantity: number, spokenWith: string): Promise<void> => {
    const { idempotencyKey, meantAt } = intention.of({ quantity, spokenWith });
    const confirmedByPhone = isStale(offer) ? { confirmedByPhone: { spokenWith, calledAt: meantAt } } : {};
    const taken = await take({ input: { idempotencyKey, caseId, offerId: offer.id, quantity, ...confirmedByPhone } });
    intention.settle(taken.error);
    setError(taken.error);
    if (!taken.data?.holdPlace) return;
    setPlaced(taken.data.holdPlace.hold);
    onHeld();
  };
  return { placed, error, isTaking, submit };
}
