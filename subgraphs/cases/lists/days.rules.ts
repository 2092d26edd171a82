import { HubError } from '../../../platform/errors/errors.js';

const amsterdamDay = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam', dateStyle: 'short' });

/** The day in the Netherlands at a moment. */
export function dutchDay(at: Date): string {
  return amsterdamDay.format(at);
}

/** Throws BAD_USER_INPUT for a day that is still ahead in the Netherlands, or before there was anything to write down. */
export function dayPast(field: string, day: string, now: Date): void {
  if (day > dutchDay(now) || day < '2000-01-01') throw new HubError('BAD_USER_INPUT', { field, expected: '≤ 0 d' });
}

/** Throws BAD_USER_INPUT for a day that does not lie ahead, or further than so many days. */
export function dayAhead(field: string, day: string, now: Date, most: number): void {
  const last = dutchDay(new Date(now.getTime() + most * 86_400_000));
  if (day <= dutchDay(now) || day > last) throw new HubError('BAD_USER_INPUT', { field, expected: `1 d..${most} d` });
}
