import type { AgendaCount } from './agenda-count.type.js';
import type { Figure } from './figure.type.js';

/**
 * Of a figure the totals of the rows of some codes, in their order there. What is withheld in the whole figure is withheld in its part, so
 * that the part tells nothing more.
 */
export function countsOf({ rows }: Figure, codes: readonly string[]): AgendaCount[] {
  return rows
    .filter(({ key }) => codes.includes(key))
    .map(({ key, title, total }) => ({
      ...{ key, title },
      ...{ count: total?.value ?? null, whyWithheld: total?.whyWithheld ?? null },
    }));
}

/** By what the children of a theme are counted, with its codes there: what it says nothing of is not asked. */
export function groupingsOf({
  rungs,
  ageBands,
}: Readonly<Record<'rungs' | 'ageBands', readonly string[]>>): readonly (readonly [
  by: 'RUNG' | 'AGE_BAND',
  codes: readonly string[],
])[] {
  const groupings = [['RUNG', rungs] as const, ['AGE_BAND', ageBands] as const];
  return groupings.filter(([, codes]) => codes.length > 0);
}
