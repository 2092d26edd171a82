import type { FigureLabel } from '../../../figures/figure.type.js';

/** The groups that a statement names itself, by name; all of these together is no group. */
export function namedLabels(told: readonly { readonly group: string; readonly title: string | null }[]): FigureLabel[] {
  const named = told
    .filter(({ group }) => group !== 'TOTAL')
    .map(({ group, title }) => ({ key: group, title: title ?? '' }));
  return named.sort((one, other) => one.title.localeCompare(other.title, 'nl') || one.key.localeCompare(other.key));
}
