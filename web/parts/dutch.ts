const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const zone = 'Europe/Amsterdam';
const dayFormat = new Intl.DateTimeFormat('nl-NL', { day: 'numeric', month: 'short', year: 'numeric', timeZone: zone });
const calendarFormat = new Intl.DateTimeFormat('sv-SE', { timeZone: zone });
const clockFormat = new Intl.DateTimeFormat('nl-NL', { hour: '2-digit', minute: '2-digit', timeZone: zone });
const monthFormat = new Intl.DateTimeFormat('nl-NL', { month: 'long', year: 'numeric', timeZone: zone });
const momentFormat = new Intl.DateTimeFormat('nl-NL', {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  hour: '2-digit',
  minute: '2-digit',
  timeZone: zone,
});

const units: Readonly<Record<string, readonly [one: string, more: string]>> = {
  PLACE: ['plek', 'plekken'],
  HOUR_PER_WEEK: ['uur per week', 'uur per week'],
  DAYDEEL: ['dagdeel', 'dagdelen'],
  TRAJECTORY: ['traject', 'trajecten'],
  FAMILY: ['gezin', 'gezinnen'],
};

/** `1 plek`, `3 plekken`. */
export function count(number: number, one: string, more: string): string {
  return `${number.toLocaleString('nl-NL')} ${number === 1 ? one : more}`;
}

/** An amount in the unit of an offer. */
export function amount(number: number, unit: string): string {
  const [one, more] = units[unit] ?? [unit, unit];
  return count(number, one, more);
}

/** In what an offer is counted, for several: `plekken`. */
export function unitWord(unit: string): string {
  return units[unit]?.[1] ?? unit;
}

/** The calendar day of a moment in milliseconds, as it travels: `2027-01-15`. */
export function calendarDay(ms: number): string {
  return calendarFormat.format(ms);
}

/** The instant at which a clock in the Netherlands shows a day and a time, such as 2027-01-15 and 09:30: the first of two, where it was set back. */
export function instantOf(date: string, time: string): string {
  const shown = Date.parse(`${date}T${time}:00Z`);
  const candidates = [shown - 2 * hourMs, shown - hourMs];
  const found = candidates.find((ms) => clockTime(ms) === time && calendarDay(ms) === date);
  return new Date(found ?? shown - hourMs).toISOString();
}

/** What a clock in the Netherlands shows at a moment in milliseconds: `09:30`. */
export function clockTime(ms: number): string {
  return clockFormat.format(ms);
}

/** A day such as 2027-01-15, or the day of an instant. */
export function day(date: string): string {
  return dayFormat.format(new Date(date));
}

/** The month of an instant: `november 2026`. */
export function month(instant: string): string {
  return monthFormat.format(new Date(instant));
}

/** An instant to the minute. */
export function moment(instant: string): string {
  return momentFormat.format(new Date(instant));
}

export function kilometres(km: number): string {
  return `${km.toLocaleString('nl-NL', { maximumFractionDigits: 1 })} km`;
}

/** How long something takes or took: `12 min`, `5 uur`, `3 dagen`. */
export function span(ms: number): string {
  const positive = Math.max(0, ms);
  if (positive < hourMs) return `${Math.floor(positive / 60_000)} min`;
  return positive < 2 * dayMs ? `${Math.floor(positive / hourMs)} uur` : `${Math.floor(positive / dayMs)} dagen`;
}

/** The time that is left, to the minute and in the last hour to the second: `1 uur 05 min`, `04:59`. */
export function countdown(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1_000));
  const two = (number: number): string => String(number).padStart(2, '0');
  if (seconds < 3_600) return `${two(Math.floor(seconds / 60))}:${two(seconds % 60)}`;
  if (seconds >= 2 * 86_400) return `${Math.floor(seconds / 86_400)} dagen`;
  return `${Math.floor(seconds / 3_600)} uur ${two(Math.floor((seconds % 3_600) / 60))} min`;
}

/** Area codes of three digits; others have four. */
const shortAreas = /^0(1[035]|2[0346]|3[03568]|4[0356]|5[0358]|[78]\d)/;

/** A telephone number as people read it aloud: `036 000 01 40`, `0527 00 01 16`. */
export function phoneText(number: string): string {
  const national = number.replace(/^\+31/, '0');
  return shortAreas.test(national)
    ? national.replace(/^(\d{3})(\d{3})(\d{2})(\d{2})$/, '$1 $2 $3 $4')
    : national.replace(/^(\d{4})(\d{2})(\d{2})(\d{2})$/, '$1 $2 $3 $4');
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Words of a vocabulary without the code of a standard that some end in, such as `(iJw 01)` or `(31)`: that is for systems. */
export function withoutCodes<Code extends string>(
  words: Readonly<Record<Code, string>>,
): Readonly<Record<Code, string>> {
  const plain = Object.entries<string>(words).map(([code, word]) => [
    code,
    word.replace(/ \((iJw )?\d+(, reden \d+)?\)$/, ''),
  ]);
  return Object.fromEntries(plain) as Record<Code, string>;
}
