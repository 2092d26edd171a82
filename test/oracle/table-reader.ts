import type { CountedRow } from '../../subgraphs/cases/suppression/figures.js';
import type { ShownRow } from '../../subgraphs/cases/suppression/suppression.rules.js';

/** What a reader of a table holds possible for one withheld count. */
export interface Suspicion {
  readonly section: CountedRow['section'];
  readonly value: number;
  lowest: number;
  highest: number;
}

type Matrix = readonly (readonly number[])[];

/**
 * Tries every table up to a size that agrees with what is shown, and notes for each withheld count the lowest and highest value. The
 * reader knows the exact values behind what is shown, that withheld counts are at least 1, how referrals and consultations differ in
 * a column that has both, that interventions reach no more children than there are and that no child has two results.
 * Written apart from the product, and only for small tables: one row of consultations, then referrers, interventions and results.
 */
export function suspicions(rows: readonly CountedRow[], shown: readonly ShownRow[], largest: number): Suspicion[] {
  const found = new Map<string, Suspicion>();
  const part = (section: CountedRow['section']): number[] =>
    rows.flatMap((row, index) => (row.section === section ? [index] : []));
  const [referrers, interventions, results] = [part('REFERRERS'), part('INTERVENTIONS'), part('RESULTS')];
  const truth = (indexes: readonly number[]): Matrix => indexes.map((index) => rows[index]?.counts ?? []);

  /** All ways to fill some rows with the counts that are not shown, each below a bound of its column. */
  const fillings = (indexes: readonly number[], bounds: readonly number[]): Matrix[] =>
    product(indexes.map((index) => rowFillings(rows[index]?.counts ?? [], shown[index], bounds)));

  const note = (indexes: readonly number[], tables: readonly Matrix[]): void => {
    for (const table of tables)
      indexes.forEach((index, place) => notice(found, rows, shown, index, table[place] ?? []));
  };

  const children = rows[0]?.counts ?? [];
  const everywhere = children.map(() => largest);
  const differences = sumColumns(truth(referrers), children).map((sum, column) => sum - (children[column] ?? 0));
  const isCompared = children.map((count, column) => count > 0 && (differences[column] ?? 0) + count > 0);
  const seen = new Map<string, { interventions: Matrix[]; results: Matrix[] }>();

  for (const referred of fillings(referrers, everywhere)) {
    const sums = sumColumns(referred, children);
    const compared = sums.map((sum, column) => (isCompared[column] ? sum - (differences[column] ?? 0) : null));
    for (const counted of rowFillings(children, shown[0], everywhere)) {
      if (counted.some((count, column) => compared[column] !== null && compared[column] !== count)) continue;
      const key = counted.join();
      const rest = seen.get(key) ?? {
        interventions: fillings(interventions, counted),
        results: fillings(results, counted).filter((table) =>
          sumColumns(table, counted).every((sum, column) => sum <= (counted[column] ?? 0)),
        ),
      };
      const isNew = !seen.has(key);
      seen.set(key, rest);
      if (rest.interventions.length === 0 || rest.results.length === 0) continue;
      note([0], [[counted]]);
      note(referrers, [referred]);
      if (isNew) note(interventions, rest.interventions);
      if (isNew) note(results, rest.results);
    }
  }
  return [...found.values()];
}

function rowFillings(counts: readonly number[], shown: ShownRow | undefined, bounds: readonly number[]): number[][] {
  const choices = counts.map((count, column) =>
    shown?.counts[column] === null ? Array.from({ length: bounds[column] ?? 0 }, (_, index) => index + 1) : [count],
  );
  const total = add(counts);
  return product(choices)
    .filter((row) => shown?.total === null || add(row) === total)
    .filter((row) => row.every((count, column) => count <= (bounds[column] ?? 0)));
}

function notice(
  found: Map<string, Suspicion>,
  rows: readonly CountedRow[],
  shown: readonly ShownRow[],
  index: number,
  counts: readonly number[],
): void {
  counts.forEach((count, column) => {
    if (shown[index]?.counts[column] !== null) return;
    const key = `${index}:${column}`;
    const row = rows[index];
    const known = found.get(key) ?? {
      section: row?.section ?? 'RESULTS',
      value: row?.counts[column] ?? 0,
      lowest: count,
      highest: count,
    };
    known.lowest = Math.min(known.lowest, count);
    known.highest = Math.max(known.highest, count);
    found.set(key, known);
  });
}

function product<T>(choices: readonly (readonly T[])[]): T[][] {
  return choices.reduce<T[][]>((chosen, values) => chosen.flatMap((so) => values.map((value) => [...so, value])), [[]]);
}

function sumColumns(rows: Matrix, columns: readonly unknown[]): number[] {
  return columns.map((_, column) => add(rows.map((row) => row[column] ?? 0)));
}

function add(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
