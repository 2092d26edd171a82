import type { ShownTwoWay, TwoWayTable } from '../../figures/suppression/two-way.rules.js';

/** What a reader holds possible for one withheld count, and how many people it really counts. */
export interface Possible {
  readonly value: number;
  lowest: number;
  highest: number;
}

interface Sum {
  readonly parts: readonly Possible[];
  readonly whole: Possible;
}

/**
 * A reader of several tables of the same people in different groups, who knows the exact value behind every number that is shown and that
 * a count which is withheld beside shown ones is at least 1. Narrows what is possible by every sum of every table until nothing moves.
 * Written apart from the product. Gives the withheld counts of all tables.
 */
export function readTogether(tables: readonly { counted: TwoWayTable; shown: ShownTwoWay }[]): Possible[] {
  const [first] = tables;
  if (!first) return [];
  const everybody = sumOf(first.counted.flat());
  const number = (value: number, shown: number | null, least = 0): Possible =>
    shown === null
      ? { value, lowest: Math.min(least, value), highest: Infinity }
      : { value, lowest: value, highest: value };
  const total = number(everybody, first.shown.total);
  const outcomes = first.shown.outcomes.map((shown, outcome) =>
    number(sumOf(first.counted.map((row) => row[outcome] ?? 0)), shown, 1),
  );
  const sums: Sum[] = [{ parts: outcomes, whole: total }];
  const withheld: Possible[] = [];
  for (const { counted, shown } of tables) {
    const groups = counted.map((row, group) => number(sumOf(row), shown.groups[group] ?? null));
    const cells = counted.map((row, group) =>
      row.map((value, outcome) => {
        const isAlone =
          shown.groups[group] !== null && shown.outcomes[outcome] !== null && value > 0 && tellsPositive(shown);
        return number(value, shown.cells[group]?.[outcome] ?? null, isAlone ? 1 : 0);
      }),
    );
    sums.push({ parts: groups, whole: total });
    groups.forEach((whole, group) => sums.push({ parts: cells[group] ?? [], whole }));
    outcomes.forEach((whole, outcome) => sums.push({ parts: cells.flatMap((row) => row[outcome] ?? []), whole }));
    withheld.push(...[...cells.flat(), ...groups].filter(({ lowest, highest }) => lowest < highest));
  }
  while (sums.some(narrowed)) continue;
  return [...withheld, ...outcomes.filter((_, outcome) => first.shown.outcomes[outcome] === null)];
}

/** Whether a withheld count must be more than zero: not where every cell went, whatever it counts. */
export function tellsPositive({ cells }: ShownTwoWay): boolean {
  return cells.flat().some((cell) => cell !== null && cell > 0);
}

/** Whether a sum still told something. */
function narrowed({ parts, whole }: Sum): boolean {
  const lowest = sumOf(parts.map((part) => part.lowest));
  const highest = sumOf(parts.map((part) => part.highest));
  let hasMoved = narrow(whole, lowest, highest);
  for (const part of parts) {
    const most = whole.highest - (lowest - part.lowest);
    const rest = sumOf(parts.filter((other) => other !== part).map((other) => other.highest));
    hasMoved = narrow(part, whole.lowest - rest, most) || hasMoved;
  }
  return hasMoved;
}

function narrow(one: Possible, lowest: number, highest: number): boolean {
  if (lowest <= one.lowest && highest >= one.highest) return false;
  one.lowest = Math.max(one.lowest, lowest);
  one.highest = Math.min(one.highest, highest);
  return true;
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
