const dayMs = 86_400_000;

/** Days that are the same each year, and by how many days others follow Easter: article 3 of the Algemene termijnenwet. */
const fixed: ReadonlySet<string> = new Set(['01-01', '05-05', '12-25', '12-26']);
/** Good Friday, Easter Monday, Ascension Day, Whit Monday. */
const afterEaster: ReadonlySet<number> = new Set([-2, 1, 39, 50]);

/** The `count`th working day after a day (`YYYY-MM-DD`): neither in a weekend nor on a public holiday of the Netherlands. */
export function workingDayAfter(day: string, count: number): string {
  let at = Date.parse(day);
  for (let left = count; left > 0;) {
    at += dayMs;
    if (isWorkingDay(new Date(at))) left -= 1;
  }
  return dayOf(at);
}

function isWorkingDay(date: Date): boolean {
  return date.getUTCDay() !== 0 && date.getUTCDay() !== 6 && !isHoliday(date);
}

function isHoliday(date: Date): boolean {
  const day = dayOf(date.getTime());
  const sinceEaster = Math.round((date.getTime() - easterOf(date.getUTCFullYear())) / dayMs);
  return fixed.has(day.slice(5)) || afterEaster.has(sinceEaster) || day === kingsDayOf(date.getUTCFullYear());
}

/** 27 April, or the day before where that is a Sunday. */
function kingsDayOf(year: number): string {
  const at = Date.UTC(year, 3, 27);
  return dayOf(new Date(at).getUTCDay() === 0 ? at - dayMs : at);
}

/** Easter Sunday: Oudin's method, as the US Naval Observatory publishes it. */
function easterOf(year: number): number {
  const century = Math.floor(year / 100);
  const golden = year % 19;
  const k = Math.floor((century - 17) / 25);
  const epact = (century - Math.floor(century / 4) - Math.floor((century - k) / 3) + 19 * golden + 15) % 30;
  const late = Math.floor(epact / 28) * (1 - Math.floor(29 / (epact + 1)) * Math.floor((21 - golden) / 11));
  const moon = epact - late;
  const weekday = (year + Math.floor(year / 4) + moon + 2 - century + Math.floor(century / 4)) % 7;
  return Date.UTC(year, 2, 28 + moon - weekday);
}

function dayOf(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}
