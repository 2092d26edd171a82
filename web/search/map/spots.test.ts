import { describe, expect, it } from '@jest/globals';
import type { Option } from '../options.js';
import { cornersOf, spotsOf, type Point } from './spots.js';

const centres: Readonly<Record<string, Point>> = { '8232': [5.48, 52.51], '1335': [5.2, 52.4] };

function option(rank: number, postcode4: string | null, available: number | null): Option {
  const site = postcode4 === null ? null : { postcode4 };
  return { rank, node: { id: String(rank), site, availability: { available } } } as Option;
}

describe('the map of a search', () => {
  it('gathers what is given from one postcode area, and counts what is secret or not known', () => {
    const edges = [
      option(1, '8232', 0),
      option(2, '1335', null),
      option(3, '8232', 2),
      option(4, null, 1),
      option(5, '9999', 1),
    ];
    const { spots, elsewhere } = spotsOf({ edges }, (postcode4) => centres[postcode4]);
    expect(
      spots.map(({ postcode4, options, hasFree }) => [postcode4, options.map(({ rank }) => rank), hasFree]),
    ).toEqual([
      ['8232', [1, 3], true],
      ['1335', [2], false],
    ]);
    expect(elsewhere).toBe(2);
  });

  it('shows more than one place, however near they are, and all of them, however far', () => {
    const [[west, south], [east, north]] = cornersOf([[5.48, 52.51]]);
    expect([east - west, north - south].map((size) => Number(size.toFixed(3)))).toEqual([0.3, 0.18]);
    expect(
      cornersOf([
        [4, 51],
        [7, 53],
      ]),
    ).toEqual([
      [4, 51],
      [7, 53],
    ]);
  });
});
