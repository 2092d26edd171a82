import { groupBy, mapBy } from '../../../platform/loaders.js';
import { boundsOf, type Bounds } from './bounds.rules.js';
import { carried, type Arc } from './exchange.rules.js';
import { isCount, type Count, type Figure } from './figures.js';

export type Hidden = ReadonlySet<Figure>;

/** The sum that anything may be added to: the total of a row that is hidden, or a column that is compared with nothing. */
const free = 'free';

/**
 * A reader of a table who knows the exact value of every number that is shown, though it is shown rounded; that a hidden count is at
 * least 1; that each referral belongs to one consultation, and by how much the two differ in a column that has both; that no
 * intervention reaches more children than there are, and that no child has two results.
 */
export class Reader {
  private readonly columns: ReadonlyMap<number, Count[]>;
  private readonly totals: ReadonlyMap<number, Figure>;
  private readonly bounds: ReadonlyMap<Count, Bounds>;

  constructor(figures: readonly Figure[]) {
    const counts = figures.filter(isCount);
    this.columns = groupBy(counts, ({ column }) => column);
    const totals = figures.filter((figure) => !isCount(figure));
    this.totals = mapBy(totals, ({ row }) => row);
    this.bounds = new Map(counts.map((count) => [count, boundsOf(count, this.columnOf(count))]));
  }

  /**
   * How far apart the lowest and the highest value are that the reader must hold possible for a hidden count; `enough` stands for
   * that much or more. Both ends are reached by tables that this reader cannot tell from the true one: the real distance is never
   * smaller than the one returned.
   */
  leeway(hidden: Hidden, count: Count, enough: number): number {
    const { from, to, fall } = this.arcOf(hidden, count);
    const others = this.arcsBeside(hidden, count);
    const higher = Math.min(this.riseOf(hidden, count, enough), carried(others, to, from, enough));
    const lower = Math.min(fall, carried(others, from, to, enough));
    return Math.min(enough, higher + lower);
  }

  /** The same if nothing were known of the rest of the count's row. */
  leewayAlone(hidden: Hidden, count: Count, enough: number): number {
    return Math.min(enough, this.riseOf(hidden, count, enough) + this.arcOf(hidden, count).fall);
  }

  /** The children among whom a count counts: those of its municipality. */
  childrenBehind(count: Count): Count {
    return this.columnOf(count).find(({ section }) => section === 'CONSULTATIONS') ?? count;
  }

  /** How far a count can rise, with the children among whom it counts; those may be hidden and more. */
  private riseOf(hidden: Hidden, count: Count, enough: number): number {
    const children = this.childrenBehind(count);
    const { rise } = this.arcOf(hidden, count);
    if (children === count || !hidden.has(children)) return rise;
    const { from, to } = this.arcOf(hidden, children);
    return rise + carried(this.arcsBeside(hidden, children), to, from, enough);
  }

  private arcsBeside(hidden: Hidden, count: Count): Arc[] {
    const others = [...hidden].filter(isCount).filter((other) => other !== count);
    return others.map((other) => this.arcOf(hidden, other));
  }

  private arcOf(hidden: Hidden, count: Count): Arc {
    const { isCompared, rise, fall } = this.bounds.get(count) ?? boundsOf(count, this.columnOf(count));
    const total = this.totals.get(count.row);
    const row = total && hidden.has(total) ? free : `row ${count.row}`;
    const column = isCompared ? `column ${count.column}` : free;
    const ends = count.section === 'CONSULTATIONS' ? { from: column, to: row } : { from: row, to: column };
    return { ...ends, rise, fall };
  }

  private columnOf({ column }: Count): readonly Count[] {
    return this.columns.get(column) ?? [];
  }
}
