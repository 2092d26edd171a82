import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { suspicions } from '../../test/oracle/table-reader.js';
import { sum, type CountedRow } from './figures.js';
import { suppressSmallCounts, type ShownRow } from './suppression.rules.js';

const row = (section: CountedRow['section'], ...counts: number[]): CountedRow => ({ section, counts });

interface Size {
  readonly columns: readonly [least: number, most: number];
  readonly referrers: number;
  readonly interventions: number;
  readonly results: number;
  readonly mostReferred: number;
}

/** Tables in which every child is referred once, give or take one in a column, and has each intervention once and one result at most. */
function tables(size: Size) {
  const share = fc.double({ min: 0, max: 1, noNaN: true }).map((part) => part * part);
  const list = <T>(values: fc.Arbitrary<T>, length: number) =>
    fc.array(values, { minLength: length, maxLength: length });
  const column = fc
    .record({
      referred: list(fc.oneof(fc.constant(0), fc.nat(size.mostReferred)), size.referrers),
      slack: fc.integer({ min: -1, max: 1 }),
      interventions: list(share, size.interventions),
      results: list(share, size.results),
    })
    .map(({ referred, slack, interventions, results }) => {
      const children = Math.max(0, sum(referred) + slack);
      const someOf = (parts: number[], most: number): number[] => parts.map((part) => Math.floor(part * most));
      return [children, ...referred, ...someOf(interventions, children), ...someOf(results, children / size.results)];
    });
  const sections = [
    'EVERYONE' as const,
    ...Array.from({ length: size.referrers }, () => 'PARTITION' as const),
    ...Array.from({ length: size.interventions }, () => 'OVERLAPPING' as const),
    ...Array.from({ length: size.results }, () => 'EXCLUSIVE' as const),
  ];
  return fc
    .array(column, { minLength: size.columns[0], maxLength: size.columns[1] })
    .map((columns) => sections.map((section, line) => row(section, ...columns.map((counts) => counts[line] ?? 0))));
}

/** Whether a number counts among fewer than k children: of its row, of its column where it has one, or of the year. */
function isAmongFew(rows: readonly CountedRow[], k: number, row: number, column: number | null): boolean {
  const every = (section: CountedRow['section']): number[] =>
    rows.filter((one) => one.section === section).map(({ counts }) => (column === null ? k : (counts[column] ?? 0)));
  const year = sum(rows.filter((one) => one.section === 'EVERYONE').flatMap(({ counts }) => counts));
  return Math.min(year, sum(rows[row]?.counts ?? []), sum(every('EVERYONE')), sum(every('PARTITION'))) < k;
}

describe('a reader who tries every small table', () => {
  const twoColumns = tables({ columns: [2, 2], referrers: 2, interventions: 1, results: 2, mostReferred: 3 });
  const oneResult = tables({ columns: [2, 2], referrers: 2, interventions: 1, results: 1, mostReferred: 4 });
  const threeColumns = tables({ columns: [3, 3], referrers: 2, interventions: 1, results: 1, mostReferred: 2 });

  it.each([
    ['two columns and two results', twoColumns, 2, 8, 50],
    ['two columns and larger numbers', oneResult, 3, 11, 50],
    ['three columns', threeColumns, 2, 6, 10],
  ])('holds all possible that must be, in %s', (_, arbitrary, k, largest, numRuns) => {
    const isSafe = (rows: CountedRow[]): boolean => {
      const shown = suppressSmallCounts(rows, k);
      fc.pre(shown.some(({ counts, total }) => [...counts, total].some((number) => number !== null)));
      return suspicions(rows, shown, largest).every(
        ({ section, row: index, column, lowest, highest }) =>
          highest - lowest >= k && (lowest === 0 || section === 'EVERYONE' || !isAmongFew(rows, k, index, column)),
      );
    };
    fc.assert(fc.property(arbitrary, isSafe), { numRuns, seed: 2023 });
  });

  const found = (rows: CountedRow[], shown: ShownRow[]) =>
    suspicions(rows, shown, 10).map(({ row: index, column, lowest, highest }) => [index, column, lowest, highest]);

  it('would find out counts if nothing but small counts were withheld', () => {
    const rows = [row('EVERYONE', 5, 6), row('PARTITION', 4, 4), row('PARTITION', 1, 2)];
    const onlySmall: ShownRow[] = rows.map(({ counts }) => ({
      counts: counts.map((count) => (count < 3 ? null : count)),
      total: sum(counts),
    }));
    expect(found(rows, onlySmall)).toEqual([
      [2, 0, 1, 1],
      [2, 1, 2, 2],
    ]);
  });

  it('would find out zeros if nothing but the column of few children were withheld', () => {
    const rows = [row('EVERYONE', 1, 6), row('PARTITION', 1, 6), row('EXCLUSIVE', 0, 4), row('EXCLUSIVE', 1, 2)];
    const onlyColumn: ShownRow[] = rows.map(({ counts: [, ...counts] }) => ({
      counts: [null, ...counts],
      total: sum(counts),
    }));
    const exact = onlyColumn.map((shown, index) => ({ ...shown, total: sum(rows[index]?.counts ?? []) }));
    expect(found(rows, exact)).toEqual([
      [0, 0, 1, 1],
      [1, 0, 1, 1],
      [2, 0, 0, 0],
      [3, 0, 1, 1],
    ]);
  });
});

describe('a table of a year', () => {
  const k = 10;
  const realistic = tables({ columns: [1, 7], referrers: 4, interventions: 9, results: 4, mostReferred: 60 });

  const holds = (isTrue: (rows: CountedRow[], shown: ShownRow[]) => boolean): void => {
    fc.assert(fc.property(realistic, (rows) => isTrue(rows, suppressSmallCounts(rows, k))));
  };

  it('shows nothing of a municipality, of a row and of a year with fewer than k children', () => {
    holds((rows, shown) =>
      shown.every(
        ({ counts, total }, index) =>
          counts.every((count, column) => count === null || !isAmongFew(rows, k, index, column)) &&
          (total === null || !isAmongFew(rows, k, index, null)),
      ),
    );
  });

  it('elsewhere shows no count from 1 to k - 1, zero as zero, and the rest, if at all, rounded to 5', () => {
    const isRight = (shown: number | null, value: number): boolean =>
      value === 0 ? shown === 0 : shown === null || (value >= k && shown % 5 === 0 && Math.abs(shown - value) <= 2);
    holds((rows, shown) =>
      rows.every(({ counts }, index) =>
        [...counts, sum(counts)].every((value, place) => {
          const column = place < counts.length ? place : null;
          const { counts: cells, total } = shown[index] ?? { counts: [], total: null };
          return (
            isAmongFew(rows, k, index, column) || isRight(column === null ? total : (cells[column] ?? null), value)
          );
        }),
      ),
    );
  });

  it('leaves a reader who takes all roundings into account k apart at least, row by row', () => {
    const width = ({ counts, total }: ShownRow, least: readonly number[]): number => {
      const shown = counts.filter((count) => count !== null && count > 0).map(Number);
      const lowest = least.filter((_, column) => counts[column] === null);
      if (total === null || lowest.length === 0) return Infinity;
      const rest = total - sum(shown);
      const rounding = 2 * (shown.length + 1);
      return lowest.length === 1 ? 2 * rounding : rest + rounding - sum(lowest);
    };
    holds((rows, shown) =>
      shown.every((line, index) => {
        const least = line.counts.map((_, column) => (isAmongFew(rows, k, index, column) ? 0 : 1));
        return width(line, least) >= k;
      }),
    );
  });

  it('never withholds one count alone in a row with a total, nor in a column of the two sections that agree', () => {
    const isAlone = (counts: readonly (number | null)[]): boolean =>
      counts.filter((count) => count === null).length === 1;
    holds((rows, shown) => {
      const block = shown.filter((_, index) => /^(EVERYONE|PARTITION)$/.test(rows[index]?.section ?? ''));
      const columns = (rows[0]?.counts ?? []).map((_, column) => block.map(({ counts }) => counts[column] ?? null));
      return shown.every(({ counts, total }) => total === null || !isAlone(counts)) && !columns.some(isAlone);
    });
  });

  const _ = null;

  it.each<[string, CountedRow[], ShownRow[]]>([
    [
      'nothing small: everything is shown',
      [row('EVERYONE', 12, 33), row('PARTITION', 12, 33)],
      [
        { counts: [10, 35], total: 45 },
        { counts: [10, 35], total: 45 },
      ],
    ],
    [
      'few children in one of two municipalities: both go, the totals stay',
      [row('EVERYONE', 4, 40), row('PARTITION', 4, 40)],
      [
        { counts: [_, _], total: 45 },
        { counts: [_, _], total: 45 },
      ],
    ],
    [
      'few referrals: that municipality goes like one with few children',
      [row('EVERYONE', 30, 40, 50), row('PARTITION', 0, 60, 60), row('OVERLAPPING', 0, 0, 30)],
      [
        { counts: [_, _, 50], total: 120 },
        { counts: [_, _, 60], total: 120 },
        { counts: [_, 0, _], total: 30 },
      ],
    ],
    [
      'a total that would tell of a count among few that it is not zero: the total goes too',
      [row('EVERYONE', 1, 14), row('PARTITION', 0, 1), row('PARTITION', 0, 14), row('OVERLAPPING', 0, 14)],
      [
        { counts: [_, _], total: _ },
        { counts: [_, _], total: _ },
        { counts: [_, _], total: _ },
        { counts: [_, _], total: _ },
      ],
    ],
    [
      'a row with few children: all of it goes',
      [row('EVERYONE', 30, 40), row('PARTITION', 30, 40), row('EXCLUSIVE', 0, 4), row('EXCLUSIVE', 0, 0)],
      [
        { counts: [30, 40], total: 70 },
        { counts: [30, 40], total: 70 },
        { counts: [_, _], total: _ },
        { counts: [_, _], total: _ },
      ],
    ],
    [
      'a small count where children are many: zeros beside it stay',
      [row('EVERYONE', 40, 50, 60), row('PARTITION', 40, 50, 60), row('EXCLUSIVE', 0, 4, 30)],
      [
        { counts: [40, 50, 60], total: 150 },
        { counts: [40, 50, 60], total: 150 },
        { counts: [0, _, _], total: 35 },
      ],
    ],
    [
      'a year with few children: nothing is shown',
      [row('EVERYONE', 0, 9), row('PARTITION', 9, 0), row('EXCLUSIVE', 0, 0)],
      [
        { counts: [_, _], total: _ },
        { counts: [_, _], total: _ },
        { counts: [_, _], total: _ },
      ],
    ],
    ['a year without consultations: nothing is shown', [row('EVERYONE', 0)], [{ counts: [_], total: _ }]],
    ['no municipality: nothing is shown', [row('EVERYONE')], [{ counts: [], total: _ }]],
  ])('with %s', (_name, rows, shown) => {
    expect(suppressSmallCounts(rows, k)).toEqual(shown);
  });

  it('betrays no zero of a municipality with few children, whose only result was one in every row but one', () => {
    const few = [4, 4, 0, 0, 3];
    const rows = [
      row('EVERYONE', 60, 50, 4),
      row('PARTITION', 60, 50, 4),
      row('EXCLUSIVE', 20, 20, 0),
      row('EXCLUSIVE', 10, 0, 0),
      row('EXCLUSIVE', 20, 10, 3),
    ];
    expect(rows.map(({ counts }) => counts[2])).toEqual(few);
    const shown = suppressSmallCounts(rows, k);
    expect(shown.map(({ counts }) => counts[2])).toEqual(few.map(() => null));
    expect(shown.filter(({ counts, total }) => total !== null && counts[0] !== null && counts[1] !== null)).toEqual([]);
  });

  const children = (...counts: number[]): CountedRow[] => [row('EVERYONE', ...counts), row('PARTITION', ...counts)];

  it.each<[string, CountedRow[]]>([
    ['an intervention reaches few of few children', [row('OVERLAPPING', 4, 30, 40)]],
    ['every child has a result, few of them this one', [row('EXCLUSIVE', 2, 30, 40), row('EXCLUSIVE', 8, 20, 10)]],
  ])('hides how many children there are where %s', (_name, others) => {
    const [consultations] = suppressSmallCounts([...children(10, 50, 60), ...others], k);
    expect(consultations?.counts[0]).toBeNull();
  });

  it('hides how many children there are where that number tells a small result from a large one', () => {
    const rows = [...children(30, 60, 60), row('EXCLUSIVE', 22, 30, 10), row('EXCLUSIVE', 8, 12, 40)];
    const [consultations] = suppressSmallCounts(rows, k);
    expect(consultations?.counts[0]).toBeNull();
  });
});
