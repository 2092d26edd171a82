import { randomBytes } from 'node:crypto';

/** Crockford's base 32: no letter that is heard or read as a digit or another letter, and no U. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const length = 8;

/** A pseudonym that can be said over the telephone, such as 7K3M-Q9TX: forty random bits, from which nothing follows. */
export function newPseudonym(bits: Uint8Array = randomBytes(5)): string {
  const number = bits.reduce((sum, byte) => sum * 256n + BigInt(byte), 0n);
  const letters = Array.from({ length }, (_, index) => alphabet[Number((number >> BigInt(5 * index)) & 31n)]);
  return grouped(letters.reverse().join(''));
}

/** A pseudonym as people type and hear it, in the form in which it is kept; null for what cannot be one. */
export function readPseudonym(text: string): string | null {
  const letters = text.toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1');
  const isPseudonym = letters.length === length && [...letters].every((letter) => alphabet.includes(letter));
  return isPseudonym ? grouped(letters) : null;
}

function grouped(letters: string): string {
  return `${letters.slice(0, 4)}-${letters.slice(4)}`;
}
