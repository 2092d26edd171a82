import type { FigureLabel } from './figure.type.js';

/** Numbers told in bands: each begins at its number and ends before the next; the last has no end. The first is 0. */
export type Bands = readonly number[];

const keyOf = (from: number): string => `FROM_${from}`;

/** The bands as columns or rows, in the words for one that begins at a number and ends before another, or nowhere. */
export function bandLabels(bands: Bands, title: (from: number, before: number | null) => string): FigureLabel[] {
  return bands.map((from, index) => ({ key: keyOf(from), title: title(from, bands[index + 1] ?? null) }));
}

/** In SQL: the key of the band in which a whole number lies. */
export function bandOf(number: string, bands: Bands): string {
  const keys = bands.map((from) => `'${keyOf(from)}'`).join(',');
  return `(array[${keys}])[1 + width_bucket(${number}, array[${bands.slice(1).join(',')}])]`;
}
