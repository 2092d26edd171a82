import type { Cell } from '../sheet/sheet.js';
import type { Reading } from './values.rules.js';

/** The parts of a moment as a calendar and a clock in the Netherlands show them. */
interface Wall {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly time: readonly [hour: number, minute: number, second: number] | null;
}

/** Day, month and year, of which the last two digits will do, with dashes or strokes between them. */
const dutchDay = /^(\d{1,2})([-/])(\d{1,2})\2(\d{4}|\d{2})(?:[ T]+(\d{1,2}):(\d{2})(?::(\d{2}))?)?$/;
const isoDay = /^(\d{4})-(\d{2})-(\d{2})(?:[ T](\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?)?$/;
const isoInstant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/;

/** A day as `yyyy-mm-dd`, from `dd-mm-jjjj`, `dd/mm/jjjj`, `dd-mm-jj`, ISO 8601 or a cell that is a date. */
export function readDay(cell: Cell): Reading<string> {
  if (cell === null) return { value: null };
  const wall = wallOf(cell);
  return wall ? { value: dayText(wall) } : { advice: 'DAY' };
}

/**
 * A moment as ISO 8601 in UTC; a day without a time stays a day. Without an offset it is the time of the Netherlands.
 */
export function readMoment(cell: Cell): Reading<string> {
  if (cell === null) return { value: null };
  const text = typeof cell === 'string' ? cell.trim() : '';
  if (isoInstant.test(text) && !Number.isNaN(Date.parse(text))) return { value: new Date(text).toISOString() };
  const wall = wallOf(cell);
  if (!wall) return { advice: 'MOMENT' };
  return { value: wall.time ? instantOf(wall).toISOString() : dayText(wall) };
}

/**
 * The instant that a moment means for figures that came in at `now`: a day without a time is this very moment when it is today, and
 * the beginning of that day when it has passed, so that no figure passes for fresher than it is.
 */
export function toInstant(moment: string, now: Date): Date {
  if (moment.length > 10) return new Date(moment);
  const [year = 0, month = 0, day = 0] = moment.split('-').map(Number);
  return moment === dayText(netherlands(now)) ? now : instantOf({ year, month, day, time: [0, 0, 0] });
}

/** An instant as `dd-mm-jjjj uu:mm` in the Netherlands: as a moment may be written in a file. */
export function momentText(instant: Date): string {
  const { year, month, day, time } = netherlands(instant);
  const two = (part: number | undefined): string => String(part ?? 0).padStart(2, '0');
  return `${two(day)}-${two(month)}-${year} ${two(time?.[0])}:${two(time?.[1])}`;
}

function wallOf(cell: Cell): Wall | null {
  if (cell instanceof Date) return wallOfCell(cell);
  if (typeof cell !== 'string') return null;
  const [, isoYear, isoMonth, isoDate, ...isoTime] = isoDay.exec(cell.trim()) ?? [];
  if (isoYear !== undefined) return checked(Number(isoYear), Number(isoMonth), Number(isoDate), isoTime);
  const [, day, , month, year, ...time] = dutchDay.exec(cell.trim()) ?? [];
  if (year === undefined) return null;
  return checked(Number(year.length === 2 ? `20${year}` : year), Number(month), Number(day), time);
}

/** A date of a spreadsheet is a day and time without a zone, which its reader gives as if it were UTC. */
function wallOfCell(date: Date): Wall | null {
  if (Number.isNaN(date.getTime())) return null;
  const rounded = new Date(Math.round(date.getTime() / 1_000) * 1_000);
  const time = [rounded.getUTCHours(), rounded.getUTCMinutes(), rounded.getUTCSeconds()] as const;
  const isDay = time.every((part) => part === 0);
  const [year, month, day] = [rounded.getUTCFullYear(), rounded.getUTCMonth() + 1, rounded.getUTCDate()];
  return { year, month, day, time: isDay ? null : time };
}

function checked(year: number, month: number, day: number, time: readonly (string | undefined)[]): Wall | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day || year < 1900) return null;
  if (time[0] === undefined) return { year, month, day, time: null };
  const [hour = 0, minute = 0, second = 0] = time.map((part) => Number(part ?? 0));
  return hour > 23 || minute > 59 || second > 59 ? null : { year, month, day, time: [hour, minute, second] };
}

function dayText({ year, month, day }: Wall): string {
  return new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10);
}

const dutchClock = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Amsterdam',
  hourCycle: 'h23',
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  hour: 'numeric',
  minute: 'numeric',
  second: 'numeric',
});

/** What calendar and clock in the Netherlands show at an instant. */
function netherlands(instant: Date): Wall {
  const parts = new Map(dutchClock.formatToParts(instant).map(({ type, value }) => [type, Number(value)]));
  const part = (type: Intl.DateTimeFormatPartTypes): number => parts.get(type) ?? 0;
  const time = [part('hour'), part('minute'), part('second')] as const;
  return { year: part('year'), month: part('month'), day: part('day'), time };
}

/** The instant at which calendar and clock in the Netherlands show this; the second try is for the days on which the clock is moved. */
function instantOf(wall: Wall): Date {
  const asUtc = utc(wall);
  const offset = (instant: number): number => utc(netherlands(new Date(instant))) - instant;
  return new Date(asUtc - offset(asUtc - offset(asUtc)));
}

function utc({ year, month, day, time }: Wall): number {
  const [hour, minute, second] = time ?? [0, 0, 0];
  return Date.UTC(year, month - 1, day, hour, minute, second);
}
