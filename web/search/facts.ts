import { freshnessState, publishMethod } from '../generated/words.js';
import { amount, count, day, kilometres, span } from '../parts/dutch.js';
import type { Offer, Option } from './options.js';

/** What is free now, in words. */
export function freeText({ availability }: Offer): string {
  if (!availability || availability.available === null) return 'niet bekend';
  return availability.available === 0 ? 'niets' : amount(availability.available, availability.unit);
}

/** From when: now, a day as the provider told it, or an estimate of the wait. */
export function fromWhenText({ availability }: Offer): string {
  if (!availability) return 'niet bekend';
  const { available, nextAvailableOn, waitEstimateDays } = availability;
  if (available !== null && available > 0) return 'nu';
  if (nextAvailableOn !== null) return day(nextAvailableOn);
  return waitEstimateDays === null ? 'niet bekend' : `naar schatting over ${count(waitEstimateDays, 'dag', 'dagen')}`;
}

/** How far from home, and from school where that was asked. */
export function distanceText({ distanceToHomeKm, distanceToSchoolKm }: Option): string {
  const home = distanceToHomeKm === null ? '–' : kilometres(distanceToHomeKm);
  return distanceToSchoolKm === null ? home : `${home} (school ${kilometres(distanceToSchoolKm)})`;
}

/** How old the figure was at the moment of the search. */
export function ageText({ availability }: Offer, at: string): string {
  const { asOf, state } = availability?.freshness ?? { asOf: null, state: 'UNKNOWN' as const };
  return asOf === null ? freshnessState[state] : `${span(Date.parse(at) - Date.parse(asOf))} oud`;
}

/** How the figure came to the hub. */
export function methodText({ availability }: Offer): string {
  const method = availability?.freshness.method;
  return method ? publishMethod[method] : '';
}
