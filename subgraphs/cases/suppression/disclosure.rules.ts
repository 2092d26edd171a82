import { groupBy, mapBy } from '../../../platform/loaders.js';
import { boundsOf, type Bounds } from './bounds.rules.js';
import { carried, type Arc } from './exchange.rules.js';
import { isCount, type Count, type Figure } from './figures.js';

export type Hidden = ReadonlySet<Figure>;

/** What a reader can find out about the counts that are hidden from it. */
export interface Reader {
  /**
   * How far apart the lowest and the highest value are that the reader must hold possible for a hidden count; `enough` stands for
   * that much or more. Both ends are reached by tables that this reader cannot tell from the true one: the real distance is never
   * smaller than the one returned.
   */
  leeway(hidden: Hidden, count: Count, enough: number): number;
  /** The same if nothing were known of the rest of the count's row. */
  leewayAlone(hidden: Hidden, count: Count, enough: number): number;
  /** The children among whom a count counts: those of its municipality. */
  childrenBehind(count: Count): Count;
}

/** The sum that anything may be added to: the total of a row that is hidden, or a column that is compared with nothing. */
const free = 'free';

/**
 * A reader of a table who knows the exact value of every number that is shown, though it is shown rounded; that a hidden count is at
 * least 1; that each referral belongs to one consultation, and by how much the two differ in a column that has both; that no
 * intervention reaches more children than there are, and that no child has two results.
 */
export function readerOf(figures: readonly Figure[]): Reader {
  const columns = groupBy(figures.filter(isCount), ({ column }) => column);
  const totals = mapBy(
    figures.filter((figure) => !isCount(figure)),
    ({ row }) => row,
  );
  const columnOf = (count: Count): Count[] => columns.get(count.column) ?? [];
  const bounds = new Map(figures.filter(isCount).map((count) => [count, boundsOf(count, columnOf(count))]));

  const childrenBehind = (count: Count): Count =>
    columnOf(count).find(({ section }) => section === 'CONSULTATIONS') ?? count;

  const arcOf = (hidden: Hidden, count: Count): Arc => {
    const { isCompared, rise, fall } = bounds.get(count) as Bounds;
    const total = totals.get(count.row);
    const row = total && hidden.has(total) ? free : `row ${count.row}`;
    const column = isCompared ? `column ${count.column}` : free;
    return count.section === 'CONSULTATIONS'
      ? { from: column, to: row, rise, fall }
      : { from: row, to: column, rise, fall };
  };
  const arcsBeside = (hidden: Hidden, count: Count): Arc[] =>
    [...hidden]
      .filter(isCount)
      .filter((other) => other !== count)
      .map((other) => arcOf(hidden, other));

  /** How far an intervention or result can rise, with the children among whom it counts; those may be hidden and more. */
  const riseOf = (hidden: Hidden, count: Count, enough: number): number => {
    const children = childrenBehind(count);
    const { rise } = arcOf(hidden, count);
    if (children === count || !hidden.has(children)) return rise;
    const { from, to } = arcOf(hidden, children);
    return rise + carried(arcsBeside(hidden, children), to, from, enough);
  };

  return {
    childrenBehind,

    leeway(hidden, count, enough) {
      const { from, to, fall } = arcOf(hidden, count);
      const others = arcsBeside(hidden, count);
      const higher = Math.min(riseOf(hidden, count, enough), carried(others, to, from, enough));
      const lower = Math.min(fall, carried(others, from, to, enough));
      return Math.min(enough, higher + lower);
    },

    leewayAlone: (hidden, count, enough) => Math.min(enough, riseOf(hidden, count, enough) + arcOf(hidden, count).fall),
  };
}
