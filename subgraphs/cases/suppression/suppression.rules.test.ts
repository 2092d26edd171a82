import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { suspicions } from '../../../test/oracle/table-reader.js';
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
    'CONSULTATIONS' as const,
    ...Array.from({ length: size.referrers }, () => 'REFERRERS' as const),
    ...Array.from({ length: size.interventions }, () => 'INTERVENTIONS' as const),
    ...Array.from({ length: size.results }, () => 'RESULTS' as const),
  ];
  return fc
    .array(column, { minLength: size.columns[0], maxLength: size.columns[1] })
    .map((columns) => sections.map((section, line) => row(section, ...columns.map((counts) => counts[line] ?? 0))));
}

describe('a reader who tries every small table', () => {
  const k = 3;
  const largest = 10;
  const small = { referrers: 2, interventions: 1 };

  it.each([
    ['two columns', tables({ ...small, columns: [2, 2], results: 2, mostReferred: 3 }), 100],
    ['three columns', tables({ ...small, columns: [3, 3], results: 1, mostReferred: 2 }), 5],
  ])('must hold values at least k apart possible for every withheld count of %s', (_, arbitrary, numRuns) => {
    const isSafe = (rows: CountedRow[]): boolean =>
      suspicions(rows, suppressSmallCounts(rows, k), largest).every(({ lowest, highest }) => highest - lowest >= k);
    fc.assert(fc.property(arbitrary, isSafe), { numRuns, seed: 2023 });
  });

  it('would find out counts if nothing but small counts were withheld', () => {
    const rows = [row('CONSULTATIONS', 5, 6), row('REFERRERS', 4, 4), row('REFERRERS', 1, 2)];
    const onlySmall: ShownRow[] = rows.map(({ counts }) => ({
      counts: counts.map((count) => (count < k ? null : count)),
      total: sum(counts),
    }));
    expect(suspicions(rows, onlySmall, largest).map(({ lowest, highest }) => [lowest, highest])).toEqual([
      [1, 1],
      [2, 2],
    ]);
  });
});

describe('a table of a year', () => {
  const k = 10;
  const realistic = tables({ columns: [1, 7], referrers: 4, interventions: 9, results: 4, mostReferred: 60 });

  /** Each row with what is shown of it. */
  const shownRows = (rows: CountedRow[]) =>
    suppressSmallCounts(rows, k).map((shown, index) => ({
      shown,
      counts: rows[index]?.counts ?? [],
      section: rows[index]?.section,
    }));

  it('shows no count and no total from 1 to k - 1, zero as zero, and the rest rounded to 5', () => {
    const shows = (shown: number | null, value: number): boolean =>
      value === 0 ? shown === 0 : shown === null || (value >= k && shown % 5 === 0 && Math.abs(shown - value) <= 2);
    fc.assert(
      fc.property(realistic, (rows) =>
        shownRows(rows).every(
          ({ shown, counts }) =>
            counts.every((count, column) => shows(shown.counts[column] ?? null, count)) &&
            (sum(counts) === 0 || shows(shown.total, sum(counts))),
        ),
      ),
    );
  });

  it('leaves a reader who takes all roundings into account k apart at least, row by row', () => {
    const width = ({ counts, total }: ShownRow): number => {
      const shown = counts.filter((count) => count !== null && count > 0);
      const others = counts.filter((count) => count === null).length - 1;
      if (total === null || others < 0) return Infinity;
      const rounding = 2 * (shown.length + 1);
      const highest = total - sum(shown.map(Number)) + rounding - others;
      const lowest = others === 0 ? total - sum(shown.map(Number)) - rounding : 1;
      return highest - Math.max(1, lowest);
    };
    fc.assert(fc.property(realistic, (rows) => suppressSmallCounts(rows, k).every((shown) => width(shown) >= k)));
  });

  it('never withholds one count alone in a row with a total, nor in a column that is counted twice', () => {
    const isAlone = (counts: readonly (number | null)[]): boolean =>
      counts.filter((count) => count === null).length === 1;
    const isCountedTwice = (rows: CountedRow[], column: number): boolean =>
      ['CONSULTATIONS', 'REFERRERS'].every((section) =>
        rows.some((one) => one.section === section && (one.counts[column] ?? 0) > 0),
      );
    fc.assert(
      fc.property(realistic, (rows) => {
        const shown = suppressSmallCounts(rows, k);
        const block = shown.filter(
          (_, index) => rows[index]?.section === 'CONSULTATIONS' || rows[index]?.section === 'REFERRERS',
        );
        const columns = (rows[0]?.counts ?? []).map((_, column) => column);
        return (
          shown.every(({ counts, total }) => total === null || !isAlone(counts)) &&
          columns.every(
            (column) => !isCountedTwice(rows, column) || !isAlone(block.map(({ counts }) => counts[column] ?? null)),
          )
        );
      }),
    );
  });

  it.each<[string, CountedRow[], ShownRow[]]>([
    ['nothing small: everything is shown', [row('CONSULTATIONS', 12, 33)], [{ counts: [10, 35], total: 45 }]],
    ['one small count: its total goes', [row('CONSULTATIONS', 0, 4)], [{ counts: [0, null], total: null }]],
    [
      'a small count and a large one: both go, the total stays',
      [row('CONSULTATIONS', 4, 40)],
      [{ counts: [null, null], total: 45 }],
    ],
    [
      'small counts that are few together: the total goes too',
      [row('CONSULTATIONS', 2, 3)],
      [{ counts: [null, null], total: null }],
    ],
    ['no consultations: zeros', [row('CONSULTATIONS', 0, 0)], [{ counts: [0, 0], total: 0 }]],
    ['no municipality: nothing', [row('CONSULTATIONS')], [{ counts: [], total: 0 }]],
  ])('with %s', (_, rows, shown) => {
    expect(suppressSmallCounts(rows, k)).toEqual(shown);
  });

  it.each<[string, CountedRow[]]>([
    ['an intervention reaches few of few children', [row('INTERVENTIONS', 4, 30, 40)]],
    ['every child has a result, few of them this one', [row('RESULTS', 2, 30, 40), row('RESULTS', 8, 20, 10)]],
  ])('hides how many children there are where %s', (_, others) => {
    const [children] = suppressSmallCounts([row('CONSULTATIONS', 10, 50, 60), ...others], k);
    expect(children?.counts[0]).toBeNull();
  });

  it('hides how many children there are where that number tells a small result from a large one', () => {
    const rows = [row('CONSULTATIONS', 30, 60, 60), row('RESULTS', 22, 30, 10), row('RESULTS', 8, 12, 40)];
    const [children] = suppressSmallCounts(rows, k);
    expect(children?.counts[0]).toBeNull();
  });
});
