import { Reader, type Hidden } from './disclosure.rules.js';
import { countsEveryChild, figuresOf, isCount, type Count, type CountedRow, type Figure } from './figures.js';

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
 * Withholds every count from 1 to k - 1, then further numbers, the smallest first, until for each withheld count a reader must hold
 * two values possible that are at least k apart (`Reader` says what that reader knows). Zero stays zero; what is shown is rounded
 * to 5. Not covered is a reader who works out, for each possible table, which further numbers would have been withheld.
 */
export function suppressSmallCounts(rows: readonly CountedRow[], k: number = smallestShownCount): ShownRow[] {
  const figures = figuresOf(rows);
  const withheld = withhold(figures, k);
  const shown = (figure: Figure): number | null => (withheld.has(figure) ? null : rounded(figure.value));
  return rows.map((_, row) => {
    const ofRow = figures.filter((figure) => figure.row === row);
    const [total = null] = ofRow.filter((figure) => !isCount(figure)).map(shown);
    return { counts: ofRow.filter(isCount).map(shown), total };
  });
}

function withhold(figures: readonly Figure[], k: number): Set<Figure> {
  const reader = new Reader(figures);
  const waiting = figures.filter(isCount).filter(({ value }) => value > 0 && value < k);
  waiting.sort((a, b) => a.value - b.value);
  const withheld = new Set<Figure>(waiting);
  for (const count of waiting) {
    if (reader.leeway(withheld, count, k) >= k) continue;
    const next = nextToWithhold(figures, withheld, reader, count, k);
    withheld.add(next);
    waiting.push(count, ...[next].filter(isCount));
  }
  return withheld;
}

/** The smallest shown number whose absence gives a withheld count more leeway. */
function nextToWithhold(figures: readonly Figure[], withheld: Hidden, reader: Reader, count: Count, k: number): Figure {
  const shown = figures.filter((figure) => figure.value > 0 && !withheld.has(figure));
  const hasTotal = shown.some(({ row, column }) => row === count.row && column === null);
  if (!countsEveryChild(count) && reader.leewayAlone(withheld, count, k) < k) {
    const children = reader.childrenBehind(count);
    return withheld.has(children) ? nextToWithhold(figures, withheld, reader, children, k) : children;
  }
  const beside = shown.filter((figure) => (hasTotal && figure.row === count.row) || sharesColumn(figure, count));
  return smallest(beside.length > 0 ? beside : shown.filter(countsEveryChild));
}

function sharesColumn(figure: Figure, count: Count): boolean {
  return figure.column === count.column && countsEveryChild(figure) && countsEveryChild(count);
}

function smallest(figures: readonly Figure[]): Figure {
  return figures.reduce((least, figure) => (figure.value < least.value ? figure : least));
}

function rounded(value: number): number {
  return Math.round(value / roundedTo) * roundedTo;
}
