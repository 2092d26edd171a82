import { sum } from './figures.js';

/**
 * Which numbers of a sum that is known are withheld: every one that `isSmall`, then the smallest others, until what is left of the sum
 * is at least k more than the least that they can be together. `null` when even all of them are not enough, so that the sum itself says too much.
 */
export function withheldInSum(
  values: readonly number[],
  k: number,
  { least, isSmall }: { readonly least: 0 | 1; readonly isSmall: (value: number, index: number) => boolean },
): ReadonlySet<number> | null {
  const indexes = values.map((_, index) => index);
  const valueOf = (index: number): number => values[index] ?? 0;
  const withheld = new Set(indexes.filter((index) => isSmall(valueOf(index), index)));
  const others = indexes.filter((index) => !withheld.has(index) && valueOf(index) > 0);
  others.sort((a, b) => valueOf(a) - valueOf(b) || a - b);
  const isEnough = (): boolean =>
    withheld.size === 0 || (withheld.size > 1 && sum([...withheld].map(valueOf)) - least * withheld.size >= k);
  for (const next of others) {
    if (isEnough()) break;
    withheld.add(next);
  }
  return isEnough() ? withheld : null;
}
