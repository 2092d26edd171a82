import { defineEnum } from '../../../vocabulary/define-enum.js';

export const SkipReason = defineEnum('SkipReason', 'Why the figure of an offer was not confirmed.', {
  DISPUTED: 'iemand hoorde anders: noem het aanbod bij zijn sleutel om het cijfer te bevestigen, of meld een nieuw',
  NEVER_REPORTED: 'er is nog geen cijfer om te bevestigen',
  OFFER_KEY_RETIRED: 'het aanbod is beëindigd',
  OFFER_KEY_UNKNOWN: 'uw organisatie heeft geen aanbod met deze sleutel',
});
export type SkipReason = (typeof SkipReason.codes)[number];

/** What the hub knows of an offer that is asked to be confirmed. */
export interface ConfirmableOffer {
  readonly id: string;
  readonly key: string;
  readonly isRetired: boolean;
  readonly isReported: boolean;
  readonly isDisputed: boolean;
}

export interface SkippedKey {
  readonly offerKey: string;
  readonly reason: SkipReason;
}

/** Which offers are confirmed and which not. A disputed figure is only confirmed by who names it. */
export function sortOut(
  offers: readonly ConfirmableOffer[],
  keys: readonly string[] | null,
): { confirmed: ConfirmableOffer[]; skipped: SkippedKey[] } {
  const known = new Set(offers.map(({ key }) => key));
  const unknown = (keys ?? []).filter((key) => !known.has(key));
  const reasons = offers.map((offer) => ({ offer, reason: skipReason(offer, keys !== null) }));
  return {
    confirmed: reasons.filter(({ reason }) => reason === null).map(({ offer }) => offer),
    skipped: [
      ...reasons.flatMap(({ offer, reason }) => (reason ? [{ offerKey: offer.key, reason }] : [])),
      ...unknown.map((offerKey) => ({ offerKey, reason: 'OFFER_KEY_UNKNOWN' as const })),
    ],
  };
}

function skipReason({ isRetired, isReported, isDisputed }: ConfirmableOffer, isNamed: boolean): SkipReason | null {
  if (isRetired) return 'OFFER_KEY_RETIRED';
  if (!isReported) return 'NEVER_REPORTED';
  return isDisputed && !isNamed ? 'DISPUTED' : null;
}
