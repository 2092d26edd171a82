import { describe, expect, it } from '@jest/globals';
import type { HubError } from '../errors/errors.js';
import { containsBsn, freeText } from './free-text.js';

function refusal(text: string): HubError | null {
  try {
    freeText('note', text, 20);
    return null;
  } catch (error) {
    return error as HubError;
  }
}

describe('a free text', () => {
  // test numbers, of nobody
  it.each([
    '123456782',
    'bsn 111222333.',
    '1112.22.333',
    '123 456 782',
    '123-456-782',
    'a123456782b',
    '111\u00a0222\u00a0333',
    '111  222\n333',
    '111 - 222 - 333',
    '111–222–333',
    '111_222_333',
    '111\u200b222\u200b333',
    '１１１２２２３３３',
    '7 111222333 8',
    '١١١ ٢٢٢ ٣٣٣',
    '१११२२२३३३',
  ])('with %s may hold a BSN', (text) => {
    expect(containsBsn(text)).toBe(true);
  });

  it.each(['123456789', '999998620', '000000000', '1234567820', '0123456782', '12345678', '', '12/34/56/78/2'])(
    'with %s holds none',
    (text) => {
      expect(containsBsn(text)).toBe(false);
    },
  );

  it('is trimmed, and nothing when it is empty', () => {
    expect(freeText('note', '  twee plekken ', 20)).toBe('twee plekken');
    expect(freeText('note', '   ', 20)).toBeNull();
    expect(freeText('note', null, 20)).toBeNull();
    expect(freeText('note', undefined, 20)).toBeNull();
  });

  it.each([
    ['x'.repeat(21), 'BAD_USER_INPUT'],
    ['a\0b', 'BAD_USER_INPUT'],
    ['a\u0085b', 'BAD_USER_INPUT'],
    ['a\u202eb', 'BAD_USER_INPUT'],
    ['123456782', 'CONTAINS_BSN'],
  ])('is refused without being repeated: %j', (text, code) => {
    const refused = refusal(text);
    expect(refused).toMatchObject({ code, parameters: { field: 'note' } });
    expect(refused?.message).not.toContain(text);
  });
});
