import { sum, type Count } from './figures.js';

/** How far one count can move by itself while every other hidden count stays possible as it is. */
export interface Bounds {
  readonly rise: number;
  readonly fall: number;
  /** Whether the column binds it: referrals are compared with consultations where a municipality has both. */
  readonly isCompared: boolean;
}

/** The bounds of a hidden count, from all counts of its column. Hidden counts are at least 1, for zero is never hidden. */
export function boundsOf({ section, value }: Count, column: readonly Count[]): Bounds {
  const valuesIn = (other: Count['section']): number[] =>
    column.filter((count) => count.section === other).map((count) => count.value);
  const children = sum(valuesIn('CONSULTATIONS'));
  const results = sum(valuesIn('RESULTS'));
  const fewest = Math.max(1, results, ...valuesIn('INTERVENTIONS'));
  const isCompared = children > 0 && sum(valuesIn('REFERRERS')) > 0;

  switch (section) {
    case 'CONSULTATIONS':
      return { rise: Infinity, fall: Math.max(0, value - fewest), isCompared };
    case 'REFERRERS':
      return { rise: Infinity, fall: value - 1, isCompared };
    case 'INTERVENTIONS':
      return { rise: Math.max(0, children - value), fall: value - 1, isCompared: false };
    case 'RESULTS':
      return { rise: Math.max(0, children - results), fall: value - 1, isCompared: false };
  }
}
