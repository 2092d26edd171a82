import { sum, type Count } from './figures.js';

/** How far one count can move by itself while every other hidden count stays possible as it is. */
export interface Bounds {
  readonly rise: number;
  readonly fall: number;
}

/** The bounds of a hidden count that is known to be `least` or more, from all counts of its column. */
export function boundsOf({ section, value }: Count, column: readonly Count[], least: number): Bounds {
  const valuesIn = (other: Count['section']): number[] =>
    column.filter((count) => count.section === other).map((count) => count.value);
  const children = sum(valuesIn('EVERYONE'));
  const results = sum(valuesIn('EXCLUSIVE'));
  const fewest = Math.max(least, results, ...valuesIn('OVERLAPPING'));

  switch (section) {
    case 'EVERYONE':
      return { rise: Infinity, fall: Math.max(0, value - fewest) };
    case 'PARTITION':
      return { rise: Infinity, fall: value - least };
    case 'OVERLAPPING':
      return { rise: Math.max(0, children - value), fall: value - least };
    case 'EXCLUSIVE':
      return { rise: Math.max(0, children - results), fall: value - least };
  }
}
