const day = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam', dateStyle: 'short' });
const time = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam', timeStyle: 'medium' });

/** The day in the Netherlands of an instant, such as 2026-11-28; null of none. */
export function dutchDay(instant: string): string;
export function dutchDay(instant: string | null): string | null;
export function dutchDay(instant: string | null): string | null {
  return instant === null ? null : day.format(new Date(instant));
}

/** The time of day in the Netherlands of an instant, such as 09:05:00. */
export function dutchTime(instant: string): string {
  return time.format(new Date(instant));
}
