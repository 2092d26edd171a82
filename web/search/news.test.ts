import { describe, expect, it } from '@jest/globals';
import { optionNews, withKept } from './news.js';
import type { Option, Options } from './options.js';

const option = (id: string, available: number, rank = 1): Option =>
  ({
    rank,
    node: { id, title: `Aanbod ${id}`, organisation: { name: 'Rietvink' }, availability: { available, unit: 'PLACE' } },
  }) as unknown as Option;
const list = (totalCount: number, ...edges: readonly Option[]): Options =>
  ({ totalCount, edges }) as unknown as Options;

describe('what is told of a list of options', () => {
  it.each<[string, Options, Options, string | null]>([
    [
      'another figure',
      list(1, option('a', 1)),
      list(1, option('a', 0)),
      'De lijst is bijgewerkt. Aanbod a van Rietvink: nu niets vrij.',
    ],
    [
      'a new one',
      list(1, option('a', 1)),
      list(2, option('b', 1), option('a', 1)),
      'De lijst is bijgewerkt. Aanbod b van Rietvink is nieuw.',
    ],
    [
      'one that left',
      list(2, option('a', 1), option('b', 1)),
      list(1, option('a', 1)),
      'De lijst is bijgewerkt. Aanbod b van Rietvink past nu niet meer.',
    ],
    ['more of the same list', list(2, option('a', 1)), list(2, option('a', 1), option('b', 1)), null],
    ['the same', list(1, option('a', 1)), list(1, option('a', 1)), null],
  ])('%s', (_what, before, now, said) => {
    expect(optionNews(before, now)).toBe(said);
  });
});

describe('an option that somebody works on', () => {
  it('stays in its place when it leaves the list', () => {
    const [a, b, c] = [option('a', 1, 1), option('b', 1, 2), option('c', 1, 3)];
    const ids = (options: readonly Option[]): string[] => options.map(({ node }) => node.id);
    expect(ids(withKept([a, c], new Map([['b', b]])))).toEqual(['a', 'b', 'c']);
    expect(ids(withKept([], new Map([['c', c]])))).toEqual(['c']);
    expect(ids(withKept([a, b], new Map([['b', b]])))).toEqual(['a', 'b']);
  });
});
