import { describe, expect, it } from '@jest/globals';
import { merge } from './merge.js';

describe('what a fetch gave', () => {
  it.each([
    ['fields beside fields', { a: 1 }, { b: 2 }, { a: 1, b: 2 }],
    ['fields within fields', { a: { b: 1 } }, { a: { c: 2 } }, { a: { b: 1, c: 2 } }],
    [
      'items of a list with those at their places',
      { a: [{ b: 1 }, null] },
      { a: [{ c: 2 }, { c: 3 }] },
      { a: [{ b: 1, c: 2 }, { c: 3 }] },
    ],
    ['items of lists in lists', { a: [[{ b: 1 }]] }, { a: [[{ c: 2 }]] }, { a: [[{ b: 1, c: 2 }]] }],
    ['nothing where it says nothing', { a: 1 }, { a: undefined }, { a: 1 }],
  ])('is merged: %s', (_what, target, source, merged) => {
    merge(target, source);
    expect(target).toEqual(merged);
  });

  it.each([
    ['a list of another length', { a: [{ b: 1 }] }, { a: [{ c: 1 }, { c: 2 }] }],
    ['a list in the place of an object', { a: { b: 1 } }, { a: [] }],
    ['an object in the place of a list', { a: [] }, { a: { b: 1 } }],
    ['null', { a: { b: 1 } }, { a: null }],
    ['a value', { a: 1 }, { a: 2 }],
  ])('replaces what it cannot be merged with: %s', (_what, target: Record<string, unknown>, source) => {
    merge(target, source);
    expect(target).toEqual(source);
  });

  it('never becomes a prototype', () => {
    const target = {};
    merge(target, JSON.parse('{"__proto__":{"a":1},"constructor":{"b":1}}') as Record<string, unknown>);
    expect(Object.getPrototypeOf(target)).toBe(Object.prototype);
    expect(Object.entries(target)).toEqual([['constructor', { b: 1 }]]);
  });
});
