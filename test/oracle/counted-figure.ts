import { expect } from '@jest/globals';
import type { Figure, FigureCell } from '../../figures/figure.type.js';

/** Somebody who counts in some groups, with one outcome. */
export interface Share {
  readonly groups: readonly string[];
  readonly outcome: string;
}

/** How many of these there are by group and outcome. */
export function sharesOf(shares: readonly Share[]): (group: string, outcome: string) => number {
  const counts = new Map<string, number>();
  for (const { groups, outcome } of shares)
    for (const group of groups) counts.set(`${group} ${outcome}`, (counts.get(`${group} ${outcome}`) ?? 0) + 1);
  return (group, outcome) => counts.get(`${group} ${outcome}`) ?? 0;
}

const cell = (value: number): FigureCell => ({ value, whyWithheld: null });

/**
 * The rows that a figure must have where it shows every number, and in all; null where the rows are not everybody once. Fails for somebody who counts
 * in a row or column that the figure does not have: `everybody` is how many there are.
 */
export function exactFigure(
  { rows, columns, total }: Pick<Figure, 'rows' | 'columns' | 'total'>,
  counted: (group: string, outcome: string) => number,
  everybody?: number,
): Pick<Figure, 'rows' | 'total'> {
  const add = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);
  const counts = rows.map(({ key }) => columns.map((column) => counted(key, column.key)));
  const outcomes = columns.map((_, index) => add(counts.map((row) => row[index] ?? 0)));
  if (everybody !== undefined && total) expect(add(outcomes)).toBe(everybody);
  return {
    rows: rows.map(({ key, title }, index) => {
      const values = counts[index] ?? [];
      return { key, title, cells: values.map(cell), total: cell(add(values)) };
    }),
    total: total && { key: total.key, title: total.title, cells: outcomes.map(cell), total: cell(add(outcomes)) },
  };
}
