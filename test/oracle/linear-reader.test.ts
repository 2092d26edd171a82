import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { LinearReader, type Reach } from './linear-reader.js';

const most = 3;

/** The reach of every place by trying all tables of two by two with these totals. */
function tried(rows: readonly number[], columns: readonly number[], least: readonly number[]): Reach[] {
  const reach = [0, 1, 2, 3].map(() => ({ lowest: Infinity, highest: -Infinity }));
  const upTo = Array.from({ length: 2 * most + 1 }, (_, value) => value);
  for (const a of upTo) {
    const cells = [a, (rows[0] ?? 0) - a, (columns[0] ?? 0) - a, (rows[1] ?? 0) - (columns[0] ?? 0) + a];
    if (cells.some((value, place) => value < (least[place] ?? 0))) continue;
    for (const [place, value] of cells.entries()) {
      const one = reach[place] as { lowest: number; highest: number };
      one.lowest = Math.min(one.lowest, value);
      one.highest = Math.max(one.highest, value);
    }
  }
  return reach;
}

describe('a reader who solves sums together', () => {
  it('holds possible for a number what is possible, and nothing else', () => {
    const cells = fc.array(fc.tuple(fc.nat(most), fc.nat(most)), { minLength: 4, maxLength: 4 });
    fc.assert(
      fc.property(cells, (drawn) => {
        const [values, least] = [drawn.map(([value]) => value), drawn.map(([value, low]) => Math.min(value, low))];
        const at = (...places: number[]): number => places.reduce((sum, place) => sum + (values[place] ?? 0), 0);
        const reader = new LinearReader();
        const places = values.map((value, place) => reader.number(value, least[place] ?? 0, Infinity));
        for (const parts of [
          [0, 1],
          [2, 3],
          [0, 2],
          [1, 3],
        ]) {
          const whole = at(...parts);
          reader.sum(
            parts.map((part) => places[part] ?? 0),
            reader.number(whole, whole, whole),
          );
        }
        expect(places.map((place) => reader.reach(place))).toEqual(
          tried([at(0, 1), at(2, 3)], [at(0, 2), at(1, 3)], least),
        );
      }),
    );
  });

  it('knows nothing where no sum says anything, and takes what a sum is at least', () => {
    const reader = new LinearReader();
    const [one, other, whole] = [reader.number(4, 0, Infinity), reader.number(7, 5, 9), reader.number(10, 10, 10)];
    expect(reader.reach(one)).toEqual({ lowest: 0, highest: Infinity });
    reader.sumOrMore([one, other], whole);
    expect(reader.reach(one)).toEqual({ lowest: 1, highest: Infinity });
    expect(reader.reach(other)).toEqual({ lowest: 5, highest: 9 });
  });

  it('is wrong about nothing that is true', () => {
    expect(() => new LinearReader().number(4, 5, 9)).toThrow('not between');
  });
});
