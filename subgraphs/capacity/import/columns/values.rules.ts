import { isUnwritable } from '../../../../platform/input/free-text.js';
import { CapacityStatus, CapacityUnit } from '../../availability/capacity-codes.js';
import type { Advice } from '../advice/advice-texts.js';
import type { Cell } from '../sheet/sheet.js';

/** What a cell says: a value, nothing, or something that it should not, with the advice what it should. */
export type Reading<T> = { readonly value: T | null } | { readonly advice: Advice };

/** With these a spreadsheet begins a formula; the template puts an apostrophe before them, as spreadsheets do. */
const apostrophe = /^'(?=[=+\-@\t\r])/;

/** A whole number, `4,0` and `4.0` included. A dot before three digits may be meant either way: it is refused. */
const whole = /^([+-]?\d{1,16})([,.]0{1,2}|,0+)?$/;

export function readText(cell: Cell): Reading<string> {
  if (cell instanceof Date) return { advice: 'TEXT' };
  const text = cell === null ? '' : String(cell).trim().replace(apostrophe, '');
  if (isUnwritable(text)) return { advice: 'TEXT' };
  return { value: text === '' ? null : text };
}

export function readWhole(cell: Cell): Reading<number> {
  if (cell === null) return { value: null };
  if (typeof cell === 'number') return Number.isSafeInteger(cell) ? { value: cell } : { advice: 'WHOLE' };
  const digits = typeof cell === 'string' ? whole.exec(cell.trim())?.[1] : undefined;
  return digits === undefined ? { advice: 'WHOLE' } : { value: Number(digits) };
}

/** Words that people write for a code, besides the code and its own Dutch word. */
const statusWords: Readonly<Record<CapacityStatus, readonly string[]>> = {
  HAS_CAPACITY: ['vrij', 'plaats', 'plek', 'ja', 'beschikbaar'],
  NO_CAPACITY: ['vol', 'geen plaats', 'geen plek', 'nee', 'niet beschikbaar'],
  WAITLIST: ['wachtlijst'],
  ADDITIONAL_ASSESSMENT_REQUIRED: ['nader onderzoek', 'in overleg', 'op aanvraag'],
  UNKNOWN: ['niet bekend'],
};

const unitWords: Readonly<Record<CapacityUnit, readonly string[]>> = {
  PLACE: ['plaats', 'plaatsen', 'plek', 'plekken', 'bed', 'bedden'],
  HOUR_PER_WEEK: ['uur', 'uren', 'uren per week'],
  DAYDEEL: ['dagdeel', 'dagdelen'],
  TRAJECTORY: ['trajecten'],
  FAMILY: ['gezinnen'],
};

export const readStatus = codeReader(CapacityStatus, statusWords, 'STATUS');
export const readUnit = codeReader(CapacityUnit, unitWords, 'UNIT');

function codeReader<K extends string>(
  { codes, dutch }: { readonly codes: readonly K[]; readonly dutch: Readonly<Record<K, string>> },
  words: Readonly<Record<K, readonly string[]>>,
  advice: Advice,
): (cell: Cell) => Reading<K> {
  const known = new Map(
    codes.flatMap((code) => [code, dutch[code], ...words[code]].map((word) => [plain(word), code])),
  );
  return (cell) => {
    if (cell === null) return { value: null };
    const code = typeof cell === 'string' ? known.get(plain(cell)) : undefined;
    return code === undefined ? { advice } : { value: code };
  };
}

function plain(word: string): string {
  return word
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_]+/g, ' ');
}
