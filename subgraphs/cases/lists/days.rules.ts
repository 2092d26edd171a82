import { HubError } from '../../../platform/errors/errors.js';

const amsterdamDay = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam', dateStyle: 'short' });

/** The day in the Netherlands at a moment. */
export function dutchDay(at: Date): string {
  return amsterdamDay.format(at);
}

/** A day that another cannot precede, by the name under which clients know it. */
export interface EarlierDay {
  readonly name: string;
  readonly on: string;
}

/** Before it there was nothing to write down. */
const firstDay: EarlierDay = { name: '2000-01-01', on: '2000-01-01' };

/** Throws BAD_USER_INPUT for a day that is still ahead in the Netherlands, or that lies before what it cannot precede. */
export function dayPast(field: string, day: string, now: Date, earlier = firstDay): void {
  if (day > dutchDay(now)) throw new HubError('BAD_USER_INPUT', { field, expected: '≤ 0 d' });
  if (day < earlier.on) throw new HubError('BAD_USER_INPUT', { field, expected: `≥ ${earlier.name}` });
}

/** Throws BAD_USER_INPUT for a day that does not lie ahead, or further than so many days. */
export function dayAhead(field: string, day: string, now: Date, most: number): void {
  const last = dutchDay(new Date(now.getTime() + most * 86_400_000));
  if (day <= dutchDay(now) || day > last) throw new HubError('BAD_USER_INPUT', { field, expected: `1 d..${most} d` });
}
