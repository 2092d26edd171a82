import { groupBy } from '../../platform/database/loaders.js';
import { countsEveryChild, isCount, sum, type Figure } from './figures.js';

/**
 * The numbers that count among fewer than k children, zeros included: of a child that is known to be one of them a zero tells what did
 * not happen to it, and a number beside zeros what did. They are every number of a municipality with fewer than k consultations or
 * referrals and every number of a row whose total is under k; so all numbers of a year with fewer than k children.
 */
export function figuresAmongFew(figures: readonly Figure[], k: number): Set<Figure> {
  const fewRows = new Set(figures.filter((figure) => !isCount(figure) && figure.value < k).map(({ row }) => row));
  const columns = groupBy(figures.filter(isCount).filter(countsEveryChild), ({ column }) => column);
  const fewColumns = [...columns].filter(([, counts]) => hasFew(counts, k)).map(([column]) => column);
  return new Set(
    figures.filter(({ row, column }) => fewRows.has(row) || (column !== null && fewColumns.includes(column))),
  );
}

/** Whether one of the two sections that count every child has fewer than k in a column. */
function hasFew(column: readonly Figure[], k: number): boolean {
  const sections = groupBy(column, ({ section }) => section);
  return [...sections.values()].some((counts) => sum(counts.map(({ value }) => value)) < k);
}
