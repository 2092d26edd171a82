import { HubError } from '../errors/errors.js';
import { identifies } from './identifying.js';

/** Nine digits, up to three blanks, dots, dashes or underscores between them allowed, no digit before or after. */
const nineDigits = /(?<!\d)\d(?:[\s._\p{Pd}]{0,3}\d){8}(?!\d)/gu;
/**
 * What no text of a person holds: control characters, what turns the direction of writing, and halves of a character pair, which
 * PostgreSQL cannot keep.
 */
const unwritable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]|\p{Surrogate}/u;
/** What is written and not seen. */
const unseen = /\p{Cf}/gu;
const anyDigit = /\p{Nd}/gu;

/** The digit of another script as the one of ours: each script has its ten in a row. */
function toAscii(digit: string): string {
  const code = digit.codePointAt(0) ?? 0;
  let value = 0;
  while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(code - value - 1))) value += 1;
  return String(value);
}

export function isUnwritable(text: string): boolean {
  return unwritable.test(text);
}

/** Whether a text holds a number that can be a citizen service number (BSN): nine digits, in whatever form, that pass the elfproef. */
export function containsBsn(text: string): boolean {
  const plain = text.normalize('NFKC').replace(unseen, '').replace(anyDigit, toAscii);
  return (plain.match(nineDigits) ?? []).some((found) => passesElfproef(found.replace(/\D/g, '')));
}

/** 9a + 8b + 7c + 6d + 5e + 4f + 3g + 2h - i is a multiple of 11, and not all nine are 0. Source: the register of persons (RvIG). */
function passesElfproef(digits: string): boolean {
  const sum = [...digits].reduce((total, digit, index) => total + Number(digit) * (index === 8 ? -1 : 9 - index), 0);
  return sum % 11 === 0 && digits !== '000000000';
}

/**
 * What a person wrote, trimmed; null when nothing is left. Throws BAD_USER_INPUT when it is longer than `limit` characters or holds
 * control characters, CONTAINS_BSN when it may hold a BSN. `field` is the place in the input that the error names.
 */
export function freeText(field: string, text: string | null | undefined, limit: number): string | null {
  const trimmed = text?.trim() ?? '';
  if (trimmed.length > limit) throw new HubError('BAD_USER_INPUT', { field, expected: `0–${limit}` });
  if (isUnwritable(trimmed)) throw new HubError('BAD_USER_INPUT', { field, expected: 'text' });
  if (containsBsn(trimmed)) throw new HubError('CONTAINS_BSN', { field });
  return trimmed === '' ? null : trimmed;
}

/** A free text that may be about a child. Throws CONTAINS_PERSONAL_DATA besides, when it names somebody or tells an address or a birth date. */
export function remark(field: string, text: string | null | undefined, limit: number): string | null {
  const written = freeText(field, text, limit);
  if (written !== null && identifies(written)) throw new HubError('CONTAINS_PERSONAL_DATA', { field });
  return written;
}
