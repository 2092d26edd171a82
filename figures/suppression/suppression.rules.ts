import { Reader, type Hidden } from './disclosure.rules.js';
import { countsEveryChild, figuresOf, isCount, type Count, type CountedRow, type Figure } from './figures.js';
import { figuresAmongFew } from './small-groups.rules.js';

/** Counts from 1 up to, not including, this many children are not shown to those who only study the figures. */
export const smallestShownCount = 10;

/** Shown numbers are rounded to a multiple of this, as CBS does. */
const roundedTo = 5;

/** A row as it is shown: `null` stands for a number that is withheld. */
export interface ShownRow {
  readonly counts: readonly (number | null)[];
  readonly total: number | null;
}

/**
 * Withholds every number among fewer than k children (`figuresAmongFew`) and every count from 1 to k - 1, then further numbers, the
 * smallest first, until a reader (`Reader` says what that reader knows) must hold possible
 * - two values that are at least k apart for each withheld count,
 * - zero and another value for each count among few children, save for how many children a municipality has.
 * What is shown is rounded to 5. Not covered is a reader who works out which numbers would have been withheld from each possible table:
 * a column or row that is withheld as a whole says by that alone that fewer than k were counted in it. Nor is one who knows some of the
 * children, beyond what is said here, or compares the table of one day with that of another.
 */
export function suppressSmallCounts(rows: readonly CountedRow[], k: number = smallestShownCount): ShownRow[] {
  const figures = figuresOf(rows);
  const { withheld } = withhold(figures, k, () => true);
  const shown = (figure: Figure): number | null => (withheld.has(figure) ? null : rounded(figure.value));
  return rows.map((_, row) => {
    const ofRow = figures.filter((figure) => figure.row === row);
    const [total = null] = ofRow.filter((figure) => !isCount(figure)).map(shown);
    return { counts: ofRow.filter(isCount).map(shown), total };
  });
}

/** What is withheld of a table, and whether that is enough for every withheld count. */
export interface Withheld {
  readonly withheld: Hidden;
  readonly isEnough: boolean;
}

/** Withholds as `suppressSmallCounts` says; of the numbers that are not small only those that it may. */
export function withhold(figures: readonly Figure[], k: number, mayWithhold: (figure: Figure) => boolean): Withheld {
  const amongFew = figuresAmongFew(figures, k);
  const reader = new Reader(figures, amongFew);
  const isSmall = (figure: Figure): boolean => amongFew.has(figure) || (figure.value > 0 && figure.value < k);
  const waiting = figures.filter(isCount).filter(isSmall);
  waiting.sort((a, b) => a.value - b.value);
  const withheld = new Set<Figure>([...amongFew, ...waiting]);
  /** Whether the reader may find out that a count is not zero. */
  const mayBeKnownPositive = (count: Count): boolean => !amongFew.has(count) || count.section === 'EVERYONE';
  const isSafe = (count: Count): boolean => {
    const { lowest, highest } = reader.range(withheld, count, k);
    return highest - lowest >= k && (lowest === 0 || mayBeKnownPositive(count));
  };
  for (const count of waiting) {
    if (isSafe(count)) continue;
    const next = nextToWithhold(figures.filter(mayWithhold), withheld, reader, count, k);
    if (next === null) continue;
    withheld.add(next);
    waiting.push(count, ...[next].filter(isCount));
  }
  return { withheld, isEnough: [...withheld].filter(isCount).every(isSafe) };
}

/** The smallest shown number whose absence gives a withheld count more leeway; null when every such number is withheld. */
function nextToWithhold(
  figures: readonly Figure[],
  withheld: Hidden,
  reader: Reader,
  count: Count,
  k: number,
): Figure | null {
  const shown = figures.filter((figure) => figure.value > 0 && !withheld.has(figure));
  const hasTotal = shown.some(({ row, column }) => row === count.row && column === null);
  const alone = reader.rangeAlone(withheld, count, k);
  if (!countsEveryChild(count) && alone.highest - alone.lowest < k) {
    const children = reader.childrenBehind(count);
    return withheld.has(children) ? nextToWithhold(figures, withheld, reader, children, k) : children;
  }
  const beside = shown.filter((figure) => (hasTotal && figure.row === count.row) || sharesColumn(figure, count));
  return smallest(beside.length > 0 ? beside : shown.filter(countsEveryChild));
}

function sharesColumn(figure: Figure, count: Count): boolean {
  return figure.column === count.column && countsEveryChild(figure) && countsEveryChild(count);
}

function smallest(figures: readonly Figure[]): Figure | null {
  return figures.reduce<Figure | null>(
    (least, figure) => (least && least.value <= figure.value ? least : figure),
    null,
  );
}

/** A number as it is shown. */
export function rounded(value: number): number {
  return Math.round(value / roundedTo) * roundedTo;
}
