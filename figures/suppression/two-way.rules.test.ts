import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readTogether, tellsPositive, type Possible } from '../../test/oracle/two-way-reader.js';
import { suppressTwoWay, type ShownTwoWay, type TwoWayTable } from './two-way.rules.js';

const k = 10;
const pairs = Number(process.env['RECOVERY_PAIRS'] ?? 300);

/** Somebody by three groupings and by what came of it; most are like each other, so that large and small counts stand side by side. */
const somebody = (groupings: number, most: number) =>
  fc.tuple(
    ...Array.from({ length: groupings }, () => fc.nat(most).chain((top) => fc.nat(top))),
    fc.nat(3).chain((top) => fc.nat(top)),
  );

function byGroup(
  people: readonly (readonly number[])[],
  grouping: number,
  groups: number,
  outcomes: number,
): number[][] {
  const table = Array.from({ length: groups }, () => Array.from({ length: outcomes }, () => 0));
  for (const person of people) {
    const row = table[person[grouping] ?? 0];
    const outcome = person[person.length - 1] ?? 0;
    if (row) row[outcome] = (row[outcome] ?? 0) + 1;
  }
  return table;
}

const isKnown = ({ lowest, highest }: Possible, least: number): boolean => highest - lowest < least;

describe('a table of people by group and outcome', () => {
  it('tells nothing of a withheld count, in any pair of groupings of the same people', () => {
    const population = fc.array(somebody(2, 6), { minLength: 0, maxLength: 260 });
    const holds = (people: number[][]): boolean => {
      const tables = [0, 1].map((grouping) => {
        const counted = byGroup(people, grouping, 7, 4);
        return { counted, shown: suppressTwoWay(counted, k) };
      });
      return !readTogether(tables).some((possible) => isKnown(possible, k));
    };
    fc.assert(fc.property(population, holds), { numRuns: pairs });
  });

  it('leaves a reader who tries every table as much', () => {
    const small = fc.array(fc.array(fc.nat(4), { minLength: 3, maxLength: 3 }), { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(small, (counted) => {
        const shown = suppressTwoWay(counted, 2);
        fc.pre(shown.total !== null);
        return possibilities(counted, shown).every(({ lowest, highest }) => highest - lowest >= 2);
      }),
      { numRuns: 40, seed: 2023 },
    );
  });

  it('would be solved if nothing but small counts were withheld', () => {
    const counted = [
      [40, 4],
      [30, 20],
    ];
    const onlySmall: ShownTwoWay = {
      cells: [
        [40, null],
        [30, 20],
      ],
      groups: [45, 50],
      outcomes: [70, 25],
      total: 95,
    };
    expect(readTogether([{ counted, shown: onlySmall }])).toEqual([{ value: 4, lowest: 4, highest: 4 }]);
  });

  const _ = null;

  it.each<[string, TwoWayTable, ShownTwoWay]>([
    [
      'nothing small: everything is shown, rounded to 5',
      [
        [12, 33, 0],
        [20, 18, 0],
      ],
      {
        cells: [
          [10, 35, 0],
          [20, 20, 0],
        ],
        groups: [45, 40],
        outcomes: [30, 50, 0],
        total: 85,
      },
    ],
    [
      'a small group: all of it goes, zeros too, and another group with it',
      [
        [30, 20],
        [0, 4],
        [15, 15],
      ],
      {
        cells: [
          [30, 20],
          [_, _],
          [_, _],
        ],
        groups: [50, _, _],
        outcomes: [45, 40],
        total: 85,
      },
    ],
    [
      'a rare outcome: it goes in every group, and another outcome with it',
      [
        [30, 20, 4],
        [40, 40, 0],
      ],
      {
        cells: [
          [30, _, _],
          [40, _, _],
        ],
        groups: [55, 80],
        outcomes: [70, _, _],
        total: 135,
      },
    ],
    [
      'few people: nothing is shown',
      [
        [4, 5],
        [0, 0],
      ],
      {
        cells: [
          [_, _],
          [_, _],
        ],
        groups: [_, _],
        outcomes: [_, _],
        total: _,
      },
    ],
    ['no groups: nothing is shown', [], { cells: [], groups: [], outcomes: [], total: _ }],
  ])('with %s', (_name, counted, shown) => {
    expect(suppressTwoWay(counted, k)).toEqual(shown);
  });
});

/** Every table of three by three that agrees with what is shown, exact values known: the lowest and highest of each withheld count. */
function possibilities(counted: TwoWayTable, shown: ShownTwoWay): Possible[] {
  const values = counted.flat();
  const total = values.reduce((sum, value) => sum + value, 0);
  const hidden = shown.cells.flat().map((cell) => cell === null);
  const least = values.map((value, at) => {
    const isAlone = shown.groups[Math.floor(at / 3)] !== null && shown.outcomes[at % 3] !== null;
    return hidden[at] && isAlone && value > 0 && tellsPositive(shown) ? 1 : 0;
  });
  const found = values.map((value) => ({ value, lowest: Infinity, highest: -Infinity }));
  const rows = shown.groups.map((group, row) =>
    group === null ? null : sumAt(values, [3 * row, 3 * row + 1, 3 * row + 2]),
  );
  const columns = shown.outcomes.map((outcome, column) =>
    outcome === null ? null : sumAt(values, [column, column + 3, column + 6]),
  );
  const tried = values.map(() => 0);
  const fits = (at: number): boolean => {
    const row = rows[Math.floor(at / 3)] ?? null;
    if (at % 3 === 2 && row !== null && sumAt(tried, [at - 2, at - 1, at]) !== row) return false;
    const column = columns[at % 3] ?? null;
    return at < 6 || column === null || sumAt(tried, [at - 6, at - 3, at]) === column;
  };
  const fill = (at: number, left: number): void => {
    if (at === values.length) {
      const isRare = columns.some(
        (column, index) => column === null && sumAt(tried, [index, index + 3, index + 6]) === 0,
      );
      if (left > 0 || isRare) return;
      for (const [index, one] of found.entries()) {
        one.lowest = Math.min(one.lowest, tried[index] ?? 0);
        one.highest = Math.max(one.highest, tried[index] ?? 0);
      }
      return;
    }
    const value = values[at] ?? 0;
    const [from, to] = hidden[at] ? [least[at] ?? 0, left] : [value, Math.min(value, left)];
    for (let one = from; one <= to; one++) {
      tried[at] = one;
      if (fits(at)) fill(at + 1, left - one);
    }
  };
  fill(0, total);
  return found.filter((_, index) => hidden[index]);
}

function sumAt(values: readonly number[], places: readonly number[]): number {
  return places.reduce((sum, place) => sum + (values[place] ?? 0), 0);
}
