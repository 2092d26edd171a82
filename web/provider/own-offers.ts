import type { OwnOffersData } from '../generated/operations.js';
import type { FreshnessState } from '../generated/words.js';
import { amount, span } from '../parts/dutch.js';

/** An offer of the own organisation, with the figure that was told last. */
export type OwnOffer = NonNullable<OwnOffersData['offers']>['edges'][number]['node'];

/** What an offer is called, with the key by which its provider tells it from another of that name. */
export function nameOf({ title, key }: OwnOffer): string {
  return key === null ? title : `${title} (${key})`;
}

/** How fresh the figure of an offer is. */
export function stateOf({ availability }: OwnOffer): FreshnessState {
  return availability?.freshness.state ?? 'UNKNOWN';
}

/** How many offers have a figure of each state. */
export function tally(offers: readonly OwnOffer[]): Readonly<Record<FreshnessState, number>> {
  const counted = { FRESH: 0, AGING: 0, STALE: 0, UNKNOWN: 0 };
  for (const offer of offers) counted[stateOf(offer)] += 1;
  return counted;
}

/** What was told: `3 van 8 plekken`. */
export function toldText({ latestReport, unit }: OwnOffer): string {
  if (!latestReport) return 'nog geen cijfer';
  const { available, maximum } = latestReport;
  return `${available.toLocaleString('nl-NL')} van ${amount(maximum, unit)}`;
}

/** What seekers see where that is another number than was told; null where it is the same. */
export function shownText({ latestReport, availability, closure, unit }: OwnOffer): string | null {
  if (!latestReport || !availability || closure) return null;
  if (availability.available === null) return 'zoekers zien geen getal';
  return availability.available === latestReport.available
    ? null
    : `zoekers zien ${amount(availability.available, unit)}`;
}

/** How old the figure is at a moment in milliseconds. */
export function ageText({ availability }: OwnOffer, now: number): string {
  const asOf = availability?.freshness.asOf ?? null;
  return asOf === null ? 'geen cijfer' : `${span(now - Date.parse(asOf))} oud`;
}
