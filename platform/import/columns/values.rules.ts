import { isUnwritable } from '../../input/free-text.js';
import type { GeneralAdvice } from '../advice/advice-texts.js';
import type { Cell } from '../sheet/sheet.js';

/** What a cell says: a value, nothing, or something that it should not, with the advice what it should. */
export type Reading<T, A extends string = GeneralAdvice> = { readonly value: T | null } | { readonly advice: A };

/** With these a spreadsheet begins a formula; templates put an apostrophe before them, as spreadsheets do. */
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

/** Codes with the Dutch word for each, as screens show it. */
export interface Words<K extends string> {
  readonly codes: readonly K[];
  readonly dutch: Readonly<Record<K, string>>;
}

/** Which code a word stands for, however it is written: the code, its Dutch word, or another that people write for it. */
export function codeFinder<K extends string>(
  { codes, dutch }: Words<K>,
  others: Partial<Readonly<Record<K, readonly string[]>>> = {},
): (word: string) => K | undefined {
  const known = new Map(
    codes.flatMap((code) => [code, dutch[code], ...(others[code] ?? [])].map((word) => [plain(word), code] as const)),
  );
  return (word) => known.get(plain(word));
}

/** Reads a code from a cell. */
export function codeReader<K extends string, A extends string>(
  find: (word: string) => K | undefined,
  advice: A,
): (cell: Cell) => Reading<K, A> {
  return (cell) => {
    if (cell === null) return { value: null };
    const code = typeof cell === 'string' ? find(cell) : undefined;
    return code === undefined ? { advice } : { value: code };
  };
}

/** What must be there: the advice where nothing is. */
export function mustBe<T, A extends string>(reading: Reading<T, A>, advice: A): Reading<T, A> {
  return 'value' in reading && reading.value === null ? { advice } : reading;
}

export function valueOf<T>(reading: Reading<T, string>): T | null {
  return 'value' in reading ? reading.value : null;
}

function plain(word: string): string {
  return word
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_]+/g, ' ');
}
