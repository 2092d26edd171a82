import { describe, expect, it } from '@jest/globals';
import { writeCursor } from './pages.js';
import { idOf } from '../../test/builders/rows/case.js';
import { timePage } from './time-page.js';

const instant = '2026-01-01T00:00:00.000Z';

describe('the place in a list in order of time', () => {
  it('is read from a cursor of an instant and an id', () => {
    const after = writeCursor([instant, idOf(1)]);
    expect(timePage({ first: 5, after })).toEqual({ first: 5, limit: 6, after: [instant, idOf(1)] });
  });

  it.each([
    ['no cursor at all', 'x'],
    ['no instant', writeCursor(['tomorrow', idOf(1)])],
    ['an hour that does not exist', writeCursor(['2026-02-01T25:00:00.000Z', idOf(1)])],
    ['a day that does not exist', writeCursor(['2023-02-30T00:00:00.000Z', idOf(1)])],
    ['midnight at the end of a day', writeCursor(['2023-02-28T24:00:00.000Z', idOf(1)])],
    ['a year that PostgreSQL does not know', writeCursor(['0000-01-01T00:00:00.000Z', idOf(1)])],
    ['no id', writeCursor([instant, '1'])],
    ['one value too few', writeCursor([instant])],
  ])('is refused with %s', (_, after) => {
    expect(() => timePage({ first: 5, after })).toThrow(expect.objectContaining({ code: 'CURSOR_INVALID' }));
  });
});
