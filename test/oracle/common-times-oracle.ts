/** Somebody who is to come, as a test writes them. */
export interface OraclePerson {
  readonly worksThere: boolean;
  /** Hours a week by part of the week. */
  readonly hours: Readonly<Record<string, number>>;
  /** Days, `yyyy-mm-dd`, on which they are away. */
  readonly absences: readonly string[];
  /** What families have: part, hours a week, first and last day. */
  readonly deployments: readonly (readonly [part: string, hours: number, fromOn: string, toOn: string])[];
  /** Where they sit already: beginning and minutes. */
  readonly sessions: readonly (readonly [begins: Date, minutes: number])[];
}

export interface OracleQuestion {
  readonly from: Date;
  readonly until: Date;
  readonly minutes: number;
}

/** What is expected: the moments considered, and at each the places of those who are free. */
export type OracleAnswer = readonly (readonly [begins: string, free: readonly number[]])[];

const minuteMs = 60_000;
const piece = 15;
const clock = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Amsterdam',
  dateStyle: 'short',
  timeStyle: 'short',
});

/** What the clock in the Netherlands says: day, minutes after midnight, and the Monday of the week. */
function local(at: Date): { day: string; minute: number; week: string; isWeekend: boolean } {
  const [day = '', time = ''] = clock.format(at).split(' ');
  const [hour = '0', minute = '0'] = time.split(':');
  const weekday = (new Date(day).getUTCDay() + 6) % 7;
  const week = new Date(Date.parse(day) - weekday * 86_400_000).toISOString().slice(0, 10);
  return { day, minute: Number(hour) * 60 + Number(minute), week, isWeekend: weekday > 4 };
}

/** The part of the week in which a quarter of an hour lies, if people meet then. */
function partAt(at: Date): string | null {
  const { minute, isWeekend } = local(at);
  if (isWeekend) return minute >= 540 && minute < 1320 ? 'WEEKEND' : null;
  if (minute < 510 || minute >= 1320) return null;
  return minute < 900 ? 'DAYTIME' : minute < 1080 ? 'AFTER_SCHOOL' : 'EVENING';
}

function pieces(begins: Date, minutes: number): Date[] {
  return Array.from({ length: minutes / piece }, (_, n) => new Date(begins.getTime() + n * piece * minuteMs));
}

function isFree(person: OraclePerson, begins: Date, minutes: number): boolean {
  const { day, week } = local(begins);
  const wanted = pieces(begins, minutes);
  if (!person.worksThere || person.absences.includes(day)) return false;
  const isTaken = person.sessions.some(
    ([from, length]) =>
      from.getTime() < begins.getTime() + minutes * minuteMs && from.getTime() + length * minuteMs > begins.getTime(),
  );
  if (isTaken) return false;
  return [...new Set(wanted.map(partAt))].every((part) => {
    const needed = wanted.filter((at) => partAt(at) === part).length * piece;
    const sat = person.sessions.flatMap(([from, length]) => pieces(from, length));
    const used = sat.filter((at) => partAt(at) === part && local(at).week === week).length * piece;
    const promised = person.deployments
      .filter(([of, , fromOn, toOn]) => of === part && fromOn <= day && day <= toOn)
      .reduce((sum, [, hours]) => sum + hours, 0);
    return 60 * ((person.hours[part ?? ''] ?? 0) - promised) - used >= needed;
  });
}

/** By trying every half hour. */
export function oracleTimes(people: readonly OraclePerson[], { from, until, minutes }: OracleQuestion): OracleAnswer {
  const answer: [string, number[]][] = [];
  const halfHour = 30 * minuteMs;
  for (
    let at = Math.ceil(from.getTime() / halfHour) * halfHour;
    at + minutes * minuteMs <= until.getTime();
    at += halfHour
  ) {
    const begins = new Date(at);
    const parts = pieces(begins, minutes).map(partAt);
    if (parts.includes(null)) continue;
    const free = people.flatMap((person, index) => (isFree(person, begins, minutes) ? [index] : []));
    answer.push([begins.toISOString(), free]);
  }
  return answer;
}
