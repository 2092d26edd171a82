import type { OptionAvailability } from './options-answer.js';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

const units: Readonly<Record<string, readonly [one: string, more: string]>> = {
  PLACE: ['plek', 'plekken'],
  HOUR_PER_WEEK: ['uur', 'uur'],
  DAYDEEL: ['dagdeel', 'dagdelen'],
  TRAJECTORY: ['traject', 'trajecten'],
  FAMILY: ['gezin', 'gezinnen'],
};

export function count(number: number, one: string, more: string): string {
  return `${number.toLocaleString('nl-NL')} ${number === 1 ? one : more}`;
}

/** What is free now: `2 plekken`, or `?` when no figure can be trusted. */
export function free({ available, unit }: OptionAvailability): string {
  const [one, more] = units[unit] ?? [unit, unit];
  return available === null ? '?' : count(available, one, more);
}

/** From when: now, a day as the provider reported it, or an estimate of the wait. */
export function fromWhen({ available, nextAvailableOn, waitEstimateDays }: OptionAvailability): string {
  if (available !== null && available > 0) return 'nu';
  if (nextAvailableOn !== null) return day(nextAvailableOn);
  return waitEstimateDays === null ? '?' : `± ${count(waitEstimateDays, 'dag', 'dagen')}`;
}

export function distance(km: number | null): string {
  return km === null ? '–' : `${km.toLocaleString('nl-NL', { maximumFractionDigits: 1 })} km`;
}

/** How long before `at` something was: `20 min`, `5 uur`, `3 dagen`; `nooit` when it never was. */
export function age(instant: string | null, at: string): string {
  if (instant === null) return 'nooit';
  const ms = Math.max(0, Date.parse(at) - Date.parse(instant));
  if (ms < hourMs) return `${Math.floor(ms / 60_000)} min`;
  return ms < 2 * dayMs ? `${Math.floor(ms / hourMs)} uur` : `${Math.floor(ms / dayMs)} dagen`;
}

/** `2027-01-15` as `15-01-27`. */
export function day(date: string): string {
  return date.slice(2).split('-').reverse().join('-');
}
