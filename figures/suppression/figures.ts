/**
 * How the rows of a section count the people of a column: EVERYONE once, each in one row of a PARTITION (give or take what is known to differ),
 * each in any number of rows (OVERLAPPING) or in one at most (EXCLUSIVE).
 */
export type Section = 'EVERYONE' | 'PARTITION' | 'OVERLAPPING' | 'EXCLUSIVE';

/** One row of a counted table: a count for each column, such as a municipality, always in the same order. */
export interface CountedRow {
  readonly section: Section;
  readonly counts: readonly number[];
}

/** One count of a table, in the row and the column of these numbers. */
export interface Count {
  readonly section: Section;
  readonly row: number;
  readonly column: number;
  readonly value: number;
}

/** One number of a table: a count, or, where the column is null, the total of a row. */
export type Figure = Omit<Count, 'column'> & { readonly column: number | null };

/** Every number of a table, row by row, each total after its counts. */
export function figuresOf(rows: readonly CountedRow[]): Figure[] {
  return rows.flatMap(({ section, counts }, row) => [
    ...counts.map((value, column) => ({ section, row, column, value })),
    { section, row, column: null, value: sum(counts) },
  ]);
}

export function isCount(figure: Figure): figure is Count {
  return figure.column !== null;
}

/** Whether the figure stands in one of the two sections that count every consultation once, so that their columns must agree. */
export function countsEveryChild({ section }: Figure): boolean {
  return section === 'EVERYONE' || section === 'PARTITION';
}

export function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
