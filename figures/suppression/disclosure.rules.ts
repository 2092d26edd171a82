import { groupBy, mapBy } from '../../platform/database/loaders.js';
import { boundsOf, type Bounds } from './bounds.rules.js';
import { carried, type Arc } from './exchange.rules.js';
import { countsEveryChild, isCount, type Count, type Figure } from './figures.js';

export type Hidden = ReadonlySet<Figure>;

/** The lowest and the highest value that a reader must hold possible for a hidden count. */
export interface Range {
  readonly lowest: number;
  readonly highest: number;
}

/** The sum that anything may be added to: the total of a row that is hidden, or a column of a section that is compared with nothing. */
const free = 'free';

/**
 * A reader of a table who knows the exact value of every number that is shown, though it is shown rounded; that a hidden count is at
 * least 1, unless zeros are hidden there too; that each referral belongs to one consultation, and by how much the two differ in each
 * column; that no intervention reaches more children than there are, and that no child has two results.
 */
export class Reader {
  private readonly columns: ReadonlyMap<number, Count[]>;
  private readonly totals: ReadonlyMap<number, Figure>;
  private readonly bounds: ReadonlyMap<Count, Bounds>;

  /** `zeros` are the figures among which zeros are hidden too. */
  constructor(figures: readonly Figure[], zeros: Hidden) {
    const counts = figures.filter(isCount);
    this.columns = groupBy(counts, ({ column }) => column);
    const totals = figures.filter((figure) => !isCount(figure));
    this.totals = mapBy(totals, ({ row }) => row);
    const least = (count: Count): number => (zeros.has(count) ? 0 : 1);
    this.bounds = new Map(counts.map((count) => [count, boundsOf(count, this.columnOf(count), least(count))]));
  }

  /**
   * What the reader must hold possible for a hidden count; no further up than `enough` above it. Both ends are reached by tables that
   * this reader cannot tell from the true one: the real range is never narrower than the one returned.
   */
  range(hidden: Hidden, count: Count, enough: number): Range {
    const { from, to, fall } = this.arcOf(count, hidden);
    const others = this.arcsBeside(hidden, count);
    const higher = Math.min(this.riseOf(hidden, count, enough), carried(others, to, from, enough));
    return { lowest: count.value - carried(others, from, to, fall), highest: count.value + higher };
  }

  /** The same if nothing were known of the rest of the count's row. */
  rangeAlone(hidden: Hidden, count: Count, enough: number): Range {
    const { fall } = this.boundsOf(count);
    return { lowest: count.value - fall, highest: count.value + this.riseOf(hidden, count, enough) };
  }

  /** The children among whom a count counts: those of its municipality. */
  childrenBehind(count: Count): Count {
    return this.columnOf(count).find(({ section }) => section === 'EVERYONE') ?? count;
  }

  /** How far a count can rise, with the children among whom it counts; those may be hidden and more. */
  private riseOf(hidden: Hidden, count: Count, enough: number): number {
    const children = this.childrenBehind(count);
    const { rise } = this.boundsOf(count);
    if (children === count || !hidden.has(children)) return rise;
    const { from, to } = this.arcOf(children, hidden);
    return rise + carried(this.arcsBeside(hidden, children), to, from, enough);
  }

  /** The other hidden counts that a count can be exchanged with: of the two sections whose columns agree, or of its own row. */
  private arcsBeside(hidden: Hidden, count: Count): Arc[] {
    const isBeside = countsEveryChild(count) ? countsEveryChild : (other: Count) => other.row === count.row;
    const others = [...hidden].filter(isCount).filter((other) => other !== count && isBeside(other));
    return others.map((other) => this.arcOf(other, hidden));
  }

  private arcOf(count: Count, hidden: Hidden): Arc {
    const total = this.totals.get(count.row);
    const row = total && hidden.has(total) ? free : `row ${count.row}`;
    const column = countsEveryChild(count) ? `column ${count.column}` : free;
    const ends = count.section === 'EVERYONE' ? { from: column, to: row } : { from: row, to: column };
    return { ...ends, ...this.boundsOf(count) };
  }

  private boundsOf(count: Count): Bounds {
    return this.bounds.get(count) ?? { rise: 0, fall: 0 };
  }

  private columnOf({ column }: Count): readonly Count[] {
    return this.columns.get(column) ?? [];
  }
}
