/** The day on which the region is loaded, in the Netherlands: all dates of open cases follow from it. */
export interface LoadingDay {
  /** Its midnight. */
  readonly startOfDay: Date;
  /** The same day as a date, such as 2026-11-21. */
  readonly on: string;
  readonly year: number;
}

const minute = 60_000;
const day = 24 * 60 * minute;

/** The instant some days before the loading, some minutes after midnight. */
export function daysBefore({ startOfDay }: LoadingDay, days: number, minutes: number): Date {
  return new Date(startOfDay.getTime() - days * day + minutes * minute);
}

/** So many days before the loading, or up to two more, so that it is no Saturday or Sunday. */
export function workdayBefore({ on }: LoadingDay, days: number): number {
  const weekday = new Date(Date.parse(on) - days * day).getUTCDay();
  if (weekday === 6) return days + 1;
  return weekday === 0 ? days + 2 : days;
}

/** The date some days after the loading. */
export function dayAfter({ on }: LoadingDay, days: number): string {
  return new Date(Date.parse(on) + days * day).toISOString().slice(0, 10);
}

/** The calendar year in the Netherlands. */
export function yearOf(instant: Date): number {
  return Number(new Intl.DateTimeFormat('en', { year: 'numeric', timeZone: 'Europe/Amsterdam' }).format(instant));
}
