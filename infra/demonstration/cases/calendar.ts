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

/** The date some days after the loading. */
export function dayAfter({ on }: LoadingDay, days: number): string {
  return new Date(Date.parse(on) + days * day).toISOString().slice(0, 10);
}
