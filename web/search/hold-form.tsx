import { PrimaryActionButton, SecondaryActionButton } from '@utrecht/button-react';
import { useState, type ReactNode } from 'react';
import { unitWord } from '../parts/dutch.js';
import { Failure } from '../parts/telling/failure.js';
import { Text } from '../parts/forms/fields.js';
import { firstFocused, useFocusFault } from '../parts/forms/focus.js';
import { Phone } from '../parts/phone.js';
import type { Holding } from './hold-place.js';
import { isStale, type Offer } from './options.js';

interface HoldFormProps {
  readonly offer: Offer;
  readonly holding: Holding;
  readonly onCancel: () => void;
}

/** How much is held and, where its figure is old, with whom was spoken on the telephone. */
export function HoldForm({ offer, holding, onCancel }: HoldFormProps): ReactNode {
  const [quantity, setQuantity] = useState('1');
  const [spokenWith, setSpokenWith] = useState('');
  const [isTried, setTried] = useState(false);
  const focusFault = useFocusFault();
  const whole = wholeNumber(quantity);
  const isSpoken = !isStale(offer) || spokenWith.trim() !== '';
  const submit = (form: HTMLFormElement): void => {
    setTried(true);
    if (whole === null || !isSpoken) focusFault(form);
    else if (!holding.isTaking) void holding.submit(whole, spokenWith);
  };
  return (
    <form
      className="hold"
      aria-label={`Vasthouden: ${offer.title}`}
      noValidate
      ref={firstFocused}
      onSubmit={(event) => {
        event.preventDefault();
        submit(event.currentTarget);
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
        <Spoken offer={offer} value={spokenWith} isWrong={isTried && !isSpoken} onChange={setSpokenWith} />
      )}
      <p className="buttons">
        <PrimaryActionButton type="submit" busy={holding.isTaking}>
          {holding.isTaking ? 'Vraagt aan …' : 'Vraag de plek aan'}
        </PrimaryActionButton>
        <SecondaryActionButton onClick={onCancel}>Toch niet</SecondaryActionButton>
      </p>
      <Failure error={holding.error} isStep />
    </form>
  );
}

interface SpokenProps {
  readonly offer: Offer;
  readonly value: string;
  readonly isWrong: boolean;
  readonly onChange: (value: string) => void;
}

/** An old figure is asked about first: whom to call, and who picked up. */
function Spoken({ offer: { organisation, title }, value, isWrong, onChange }: SpokenProps): ReactNode {
  return (
    <>
      <p>
        Het cijfer is oud. Bel eerst of er plek is:{' '}
        <Phone number={organisation?.contact?.phone} of={organisation?.name ?? title} />
      </p>
      <Text
        label="Met wie belde u?"
        hint="Een functie of naam bij de aanbieder."
        size="full"
        value={value}
        fault={isWrong ? 'Vul in met wie u belde.' : undefined}
        onChange={onChange}
      />
    </>
  );
}

/** What the hub holds at once at the most. */
const most = 100;

function wholeNumber(text: string): number | null {
  const number = /^[0-9]{1,3}$/.test(text.trim()) ? Number(text) : 0;
  return number >= 1 && number <= most ? number : null;
}
