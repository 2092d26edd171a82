import { defineEnum } from '../../../../vocabulary/define-enum.js';

export const SkipReason = defineEnum('SkipReason', 'Why the figure of an offer was not confirmed.', {
  DISPUTED: 'iemand hoorde anders: noem het aanbod bij zijn sleutel om het cijfer te bevestigen, of meld een nieuw',
  PHONED:
    'het cijfer kwam van een telefoongesprek: noem het aanbod bij zijn sleutel om het over te nemen, of meld een eigen cijfer',
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
  /** Whether the newest figure is what a broker heard by telephone. */
  readonly isPhoned: boolean;
  readonly isDisputed: boolean;
  /** The disputes that were open when the confirmation began: those it answers. */
  readonly answeredDisputeIds: readonly string[];
}

export interface SkippedKey {
  readonly offerKey: string;
  readonly reason: SkipReason;
}

/** Which offers are confirmed and which not. What others say, a dispute or a telephone call, is only overruled or adopted by who names the offer. */
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

function skipReason(offer: ConfirmableOffer, isNamed: boolean): SkipReason | null {
  if (offer.isRetired) return 'OFFER_KEY_RETIRED';
  if (!offer.isReported) return 'NEVER_REPORTED';
  if (isNamed) return null;
  if (offer.isDisputed) return 'DISPUTED';
  return offer.isPhoned ? 'PHONED' : null;
}
