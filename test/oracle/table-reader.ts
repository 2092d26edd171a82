import type { CountedRow } from '../../figures/suppression/figures.js';
import type { ShownRow } from '../../figures/suppression/suppression.rules.js';

/** What a reader of a table holds possible for one withheld count. */
export interface Suspicion {
  readonly section: CountedRow['section'];
  readonly row: number;
  readonly column: number;
  readonly value: number;
  lowest: number;
  highest: number;
}

type Matrix = readonly (readonly number[])[];

/**
 * Tries every table up to a size that agrees with what is shown, and notes for each withheld count the lowest and highest value. The
 * reader knows the exact values behind what is shown, that withheld counts are at least 1 but where a whole row or column is withheld,
 * how referrals and consultations differ in each column, that interventions reach no more children than there are and that no child
 * has two results. Written apart from the product, and only for small tables: one row of consultations, then the other sections.
 */
export function suspicions(rows: readonly CountedRow[], shown: readonly ShownRow[], largest: number): Suspicion[] {
  const found = noSuspicions(rows, shown);
  const part = (section: CountedRow['section']): number[] =>
    rows.flatMap((row, index) => (row.section === section ? [index] : []));
  const [referrers, interventions, results] = [part('PARTITION'), part('OVERLAPPING'), part('EXCLUSIVE')];
  const ways = rows.map((_, index) => choices(rows, shown, index, largest));

  /** All ways to fill some rows, each count below a bound of its column. */
  const fillings = (indexes: readonly number[], bounds?: readonly number[]): Matrix[] =>
    product(indexes.map((index) => rowFillings(ways[index] ?? [], rows[index], shown[index], bounds)));

  const note = (indexes: readonly number[], tables: readonly Matrix[]): void => {
    for (const table of tables)
      indexes.forEach((row, place) => {
        notice(found[row], table[place]);
      });
  };

  const children = rows[0]?.counts ?? [];
  const referrals = sumColumns(
    referrers.map((index) => rows[index]?.counts ?? []),
    children,
  );
  const differences = referrals.map((sum, column) => sum - (children[column] ?? 0));
  const possible = new Set(fillings([0]).map(([counts]) => String(counts)));
  const rests = new Map<string, { interventions: Matrix[]; results: Matrix[] }>();

  for (const referred of fillings(referrers)) {
    const counted = sumColumns(referred, children).map((sum, column) => sum - (differences[column] ?? 0));
    if (!possible.has(String(counted))) continue;
    const known = rests.get(String(counted));
    const rest = known ?? {
      interventions: fillings(interventions, counted),
      results: fillings(results, counted).filter((table) =>
        sumColumns(table, counted).every((sum, column) => sum <= (counted[column] ?? 0)),
      ),
    };
    rests.set(String(counted), rest);
    if (rest.interventions.length === 0 || rest.results.length === 0) continue;
    note(referrers, [referred]);
    if (known) continue;
    note([0], [[counted]]);
    note(interventions, rest.interventions);
    note(results, rest.results);
  }
  return found.flat().filter((suspicion) => suspicion !== null);
}

/** The values that each count of a row may have: the one that is shown, or whatever a withheld one can be. */
function choices(rows: readonly CountedRow[], shown: readonly ShownRow[], index: number, largest: number): number[][] {
  const isRowWithheld = shown[index]?.total === null && shown[index].counts.every((count) => count === null);
  return (rows[index]?.counts ?? []).map((value, column) => {
    if (shown[index]?.counts[column] !== null) return [value];
    const least = isRowWithheld || shown.every(({ counts }) => counts[column] === null) ? 0 : 1;
    return Array.from({ length: largest + 1 - least }, (_, number) => least + number);
  });
}

function rowFillings(
  ways: readonly (readonly number[])[],
  row: CountedRow | undefined,
  shown: ShownRow | undefined,
  bounds: readonly number[] | undefined,
): number[][] {
  const bounded = ways.map((values, column) => values.filter((value) => value <= (bounds?.[column] ?? Infinity)));
  const total = add(row?.counts ?? []);
  return product(bounded).filter((counts) => shown?.total === null || add(counts) === total);
}

/** For each withheld count a suspicion without any value yet; null for a count that is shown. */
function noSuspicions(rows: readonly CountedRow[], shown: readonly ShownRow[]): (Suspicion | null)[][] {
  return rows.map(({ section, counts }, row) =>
    counts.map((value, column) =>
      shown[row]?.counts[column] === null
        ? { section, row, column, value, lowest: Infinity, highest: -Infinity }
        : null,
    ),
  );
}

function notice(suspicions: readonly (Suspicion | null)[] | undefined, counts: readonly number[] | undefined): void {
  counts?.forEach((count, column) => {
    const known = suspicions?.[column];
    if (!known) return;
    known.lowest = Math.min(known.lowest, count);
    known.highest = Math.max(known.highest, count);
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
