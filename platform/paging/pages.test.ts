import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { pageRequest, readCursor, toConnection, writeCursor } from './pages.js';

describe('a cursor', () => {
  it('gives back the sort values that it was made of', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' }), { minLength: 1, maxLength: 5 }), (values) => {
        expect(readCursor(writeCursor(values), values.length)).toEqual(values);
      }),
    );
  });

  it('is refused when it is any other text', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(() => readCursor(text, 2)).toThrow(expect.objectContaining({ code: 'CURSOR_INVALID' }));
      }),
    );
  });

  it('is refused when it carries what PostgreSQL cannot take', () => {
    expect(() => readCursor(writeCursor(['a\0']), 1)).toThrow(expect.objectContaining({ code: 'CURSOR_INVALID' }));
  });

  it('is refused when it belongs to a list with other sort values', () => {
    expect(() => readCursor(writeCursor(['a']), 2)).toThrow(expect.objectContaining({ code: 'CURSOR_INVALID' }));
  });
});

describe('a page', () => {
  const rows = ['a', 'b', 'c'];
  const connection = (first: number, after: string | null = null) =>
    toConnection(
      rows.slice(0, first + 1),
      pageRequest({ first, after }, 1),
      (row) => [row],
      (row) => row.toUpperCase(),
    );

  it('shows one row fewer than was read and says that more follows', () => {
    expect(connection(2)).toEqual({
      edges: [
        { cursor: writeCursor(['a']), node: 'A' },
        { cursor: writeCursor(['b']), node: 'B' },
      ],
      pageInfo: {
        hasNextPage: true,
        hasPreviousPage: false,
        startCursor: writeCursor(['a']),
        endCursor: writeCursor(['b']),
      },
    });
  });

  it('is the last when nothing more was read', () => {
    expect(connection(3, writeCursor(['0'])).pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: true });
  });

  it.each([0, 101, -5])('of %d is refused', (first) => {
    expect(() => pageRequest({ first, after: null }, 1)).toThrow(expect.objectContaining({ code: 'PAGE_TOO_LARGE' }));
  });
});
