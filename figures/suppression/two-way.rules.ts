import { figuresOf, isCount, sum, type CountedRow, type Figure } from './figures.js';
import { withheldInSum } from './margins.rules.js';
import { rounded, smallestShownCount, withhold } from './suppression.rules.js';

/** People by group and by what became of them: a row for each group, in it a count for each outcome. Everybody is counted once. */
export type TwoWayTable = readonly (readonly number[])[];

/** A two-way table as it is shown: `null` stands for a number that is withheld. */
export interface ShownTwoWay {
  readonly cells: readonly (readonly (number | null)[])[];
  readonly groups: readonly (number | null)[];
  readonly outcomes: readonly (number | null)[];
  readonly total: number | null;
}

/**
 * Withholds first in the totals of the outcomes, which do not depend on how people are grouped, then in the totals of the groups; whatever
 * is withheld there is withheld with its whole row or column. Within the rest a reader is taken to know every total, also those that are
 * withheld, so that tables of the same people in other groups tell nothing more of it. Every withheld count leaves values possible that are
 * k apart. What became of nobody at all is told of each group. `alsoHidden` are outcomes that are withheld of more people, of whom these are
 * some: that it became of none of these would tell how few of the others there are.
 */
export function suppressTwoWay(
  table: TwoWayTable,
  k: number = smallestShownCount,
  alsoHidden: ReadonlySet<number> = new Set(),
): ShownTwoWay {
  const groups = table.map(sum);
  const outcomes = (table[0] ?? []).map((_, outcome) => sum(table.map((row) => row[outcome] ?? 0)));
  const total = sum(groups);
  const isSmall = (value: number, outcome: number): boolean => alsoHidden.has(outcome) || (value > 0 && value < k);
  const hiddenOutcomes = withheldInSum(outcomes, k, { least: 1, isSmall });
  const hiddenGroups = withheldInSum(groups, k, { least: 0, isSmall: (value) => value < k });
  if (total < k || !hiddenOutcomes || !hiddenGroups) return nothingOf(table, outcomes.length);

  const hiddenCells = withheldWithin(table, { groups: hiddenGroups, outcomes: hiddenOutcomes }, k);
  const shown = (isHidden: boolean, value: number): number | null => (isHidden ? null : rounded(value));
  return {
    cells: table.map((row, group) => row.map((value, outcome) => shown(hiddenCells(group, outcome), value))),
    groups: groups.map((value, group) => shown(hiddenGroups.has(group), value)),
    outcomes: outcomes.map((value, outcome) => shown(hiddenOutcomes.has(outcome), value)),
    total: rounded(total),
  };
}

function nothingOf(table: TwoWayTable, outcomes: number): ShownTwoWay {
  const nothing = Array.from({ length: outcomes }, () => null);
  return { cells: table.map(() => nothing), groups: table.map(() => null), outcomes: nothing, total: null };
}

interface Hidden {
  readonly groups: ReadonlySet<number>;
  readonly outcomes: ReadonlySet<number>;
}

/**
 * Which cells are withheld. The groups that are withheld count as one group, and so do the outcomes: a reader knows what they come to together
 * from what is shown. Where the smallest cells beside the small ones do not protect these, all cells go: the totals alone leave enough possible.
 */
function withheldWithin(table: TwoWayTable, hidden: Hidden, k: number): (group: number, outcome: number) => boolean {
  const groups = merged(
    table.map((_, index) => index),
    hidden.groups,
  );
  const outcomes = merged(
    (table[0] ?? []).map((_, index) => index),
    hidden.outcomes,
  );
  const counts = outcomes.map((ofOutcome) =>
    groups.map((ofGroup) => sum(ofGroup.flatMap((group) => ofOutcome.map((outcome) => table[group]?.[outcome] ?? 0)))),
  );
  const anybody = counts.map((row, index) => ({ row, index })).filter(({ row }) => sum(row) > 0);
  const rows: CountedRow[] = [
    { section: 'EVERYONE', counts: groups.map((_, group) => sum(counts.map((row) => row[group] ?? 0))) },
    ...anybody.map(({ row }) => ({ section: 'PARTITION' as const, counts: row })),
  ];
  const figures = figuresOf(rows);
  const isCell = (figure: Figure): boolean => isCount(figure) && figure.section === 'PARTITION';
  const { withheld, isEnough } = withhold(figures, k, isCell);
  const gone = new Set([...withheld].map(({ row, column }) => `${anybody[row - 1]?.index}/${column}`));
  return (group, outcome) => {
    const [row, column] = [placeOf(outcomes, outcome), placeOf(groups, group)];
    const isOfNobody = sum(counts[row] ?? []) === 0;
    if (hidden.groups.has(group) || hidden.outcomes.has(outcome)) return !isOfNobody;
    return gone.has(`${row}/${column}`) || (!isEnough && !isOfNobody);
  };
}

/** Each by itself, those that are hidden together. */
function merged(indexes: readonly number[], hidden: ReadonlySet<number>): number[][] {
  const alone = indexes.filter((index) => !hidden.has(index)).map((index) => [index]);
  return hidden.size > 0 ? [...alone, [...hidden]] : alone;
}

function placeOf(places: readonly (readonly number[])[], index: number): number {
  return places.findIndex((place) => place.includes(index));
}
