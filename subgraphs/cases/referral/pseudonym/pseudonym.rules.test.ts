import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { newPseudonym, readPseudonym } from './pseudonym.rules.js';

const fortyBits = fc.uint8Array({ minLength: 5, maxLength: 5 });

describe('a pseudonym', () => {
  it('is said in two groups of four, without letters that are taken for others', () => {
    fc.assert(
      fc.property(fortyBits, (bits) => {
        expect(newPseudonym(bits)).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/);
      }),
    );
  });

  it('is another one for every other draw', () => {
    fc.assert(
      fc.property(fortyBits, fortyBits, (one, other) => {
        expect(newPseudonym(one) === newPseudonym(other)).toBe(Buffer.from(one).equals(other));
      }),
    );
    expect(newPseudonym()).not.toBe(newPseudonym());
  });

  it('is read as it was written, whatever the case, the hyphen and the spaces', () => {
    fc.assert(
      fc.property(fortyBits, (bits) => {
        const pseudonym = newPseudonym(bits);
        const typed = ` ${pseudonym.toLowerCase().replace('-', ' ')} `;
        expect([readPseudonym(pseudonym), readPseudonym(typed)]).toEqual([pseudonym, pseudonym]);
      }),
    );
  });

  it.each<[string, string | null]>([
    ['oil0-1234', '0110-1234'],
    ['7K3MQ9TX', '7K3M-Q9TX'],
    ['7K3M-Q9T', null],
    ['7K3M-Q9TXX', null],
    ['7K3M-Q9TU', null],
    ['', null],
    [`7K3M-Q9T'`, null],
  ])('that is typed as %j is read as %j', (typed, read) => {
    expect(readPseudonym(typed)).toBe(read);
  });
});
