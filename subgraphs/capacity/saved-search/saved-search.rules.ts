/** How long a search is kept, and again after it was renewed. */
export const keptDays = 90;

/** Wakes whoever looks at searches: there is a new one. */
export const searchesChannel = 'capacity_searches';

/** Searches that one person keeps at once. */
export const mostOfOne = 20;

/** Events after which an offer may fit that did not, or the other way round. */
export const changingKinds: readonly string[] = [
  ...['capacity.reported', 'report.withdrawn', 'offer.registered', 'offer.retired', 'intake.closed', 'intake.reopened'],
  ...['requested', 'refused', 'released', 'expired', 'converted'].map((step) => `hold.${step}`),
  ...['waitlist.offered', 'waitlist.left'],
];

interface Changed {
  readonly data: { readonly offerId?: string; readonly offerIds?: readonly string[] };
}

/** The offers that events are about, each once. */
export function offersOf(events: readonly Changed[]): string[] {
  return [
    ...new Set(events.flatMap(({ data: { offerId, offerIds = [] } }) => [...offerIds, ...(offerId ? [offerId] : [])])),
  ];
}
