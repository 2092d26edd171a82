import { month } from '../../parts/dutch.js';

/** Events under the month in which they were, in the order in which they came. */
export function byMonth<Event extends { readonly at: string }>(events: readonly Event[]): [string, Event[]][] {
  const months = new Map<string, Event[]>();
  for (const event of events) months.set(month(event.at), [...(months.get(month(event.at)) ?? []), event]);
  return [...months];
}
