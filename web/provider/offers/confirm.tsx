import { PrimaryActionButton } from '@utrecht/button-react';
import { useState, type ReactNode } from 'react';
import { confirmCapacity, type ConfirmCapacityData } from '../../generated/operations.js';
import type { SkipReason } from '../../generated/words.js';
import { keyed, useOnce } from '../../hub/use-once.js';
import { count } from '../../parts/dutch.js';
import { Failure } from '../../parts/telling/failure.js';
import { Notice } from '../../parts/telling/notice.js';
import { nameOf, type OwnOffer } from '../own-offers.js';

type Skipped = NonNullable<ConfirmCapacityData['confirmCapacity']>['skipped'];

/** Why an offer stays as it was, and what somebody at the page can do about that. */
const skipTexts: Readonly<Record<SkipReason, string>> = {
  DISPUTED: 'een zoeker hoorde iets anders. Klopt uw cijfer? Kies bij dit aanbod Niets veranderd. Anders: Wijzig.',
  PHONED: 'dit cijfer gaf u door aan de telefoon. Klopt het nog? Kies bij dit aanbod Niets veranderd. Anders: Wijzig.',
  NEVER_REPORTED: 'er is nog geen cijfer. Kies Wijzig om er een in te vullen.',
  OFFER_KEY_RETIRED: 'dit aanbod is beëindigd.',
  OFFER_KEY_UNKNOWN: 'uw organisatie heeft dit aanbod niet.',
};

/** "Niets veranderd" for one offer, which then also holds for a figure that somebody doubts. */
export function useConfirming(onDone: (told: string) => void) {
  const confirming = useOnce(confirmCapacity);
  return {
    isTaking: confirming.isTaking,
    error: confirming.error,
    async confirm(offer: OwnOffer): Promise<void> {
      const taken = await confirming.take({ offerKeys: [offer.key ?? ''] }, keyed);
      const [skipped] = taken?.confirmCapacity?.skipped ?? [];
      if (skipped) onDone(`${nameOf(offer)}: ${skipTexts[skipped.reason]}`);
      else if (taken) onDone(`Niets veranderd bij ${nameOf(offer)}: het cijfer is weer van nu.`);
    },
  };
}

export type Confirming = ReturnType<typeof useConfirming>;

interface ConfirmAllProps {
  readonly offers: readonly OwnOffer[];
  readonly onDone: (told: string) => void;
}

/** The same for all offers in one click, and which of them could not be. */
export function ConfirmAll({ offers, onDone }: ConfirmAllProps): ReactNode {
  const confirming = useOnce(confirmCapacity);
  const [skipped, setSkipped] = useState<Skipped>([]);
  const confirm = async (): Promise<void> => {
    const taken = await confirming.take({}, keyed);
    if (!taken?.confirmCapacity) return;
    setSkipped(taken.confirmCapacity.skipped);
    onDone(`Niets veranderd: ${count(taken.confirmCapacity.confirmedCount, 'cijfer is', 'cijfers zijn')} weer van nu.`);
  };
  return (
    <>
      <PrimaryActionButton disabled={confirming.isTaking} onClick={() => void confirm()}>
        {confirming.isTaking ? 'Geeft door …' : 'Niets veranderd'}
      </PrimaryActionButton>
      <Failure error={confirming.error} isStep />
      {skipped.length > 0 && <Skips skipped={skipped} offers={offers} />}
    </>
  );
}

function Skips({ skipped, offers }: { readonly skipped: Skipped; readonly offers: readonly OwnOffer[] }): ReactNode {
  const names = new Map(offers.map((offer) => [offer.key, nameOf(offer)]));
  return (
    <Notice kind="warning">
      <p>{count(skipped.length, 'aanbod bleef', 'aanbiedingen bleven')} zoals het was:</p>
      <ul className="utrecht-unordered-list">
        {skipped.map(({ offerKey, reason }) => (
          <li key={offerKey}>
            <strong>{names.get(offerKey) ?? offerKey}</strong>: {skipTexts[reason]}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
