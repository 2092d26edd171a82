import { median } from './median.js';
import { percentile } from './percentile.js';
import { digits } from './report.js';

/** What stands above the lines of `rowBesideHand`. */
export const headBesideHand = ['question', 'by hand ms', 'answered ms', 'p95 ms', 'x by hand'] as const;

export type RowBesideHand = readonly [name: string, byHand: number, answered: number, p95: number, ratio: number];

/** A question by its SQL alone, timed as `<name> by hand`, and as the hub answers it, `<name> answered`. */
export function rowBesideHand(name: string, times: Readonly<Record<string, readonly number[]>>): RowBesideHand {
  const [hand, answered] = [times[`${name} by hand`] ?? [], times[`${name} answered`] ?? []];
  const ratio = digits(median(answered) / median(hand), 2);
  return [name, digits(median(hand), 1), digits(median(answered), 1), digits(percentile(answered, 95), 1), ratio];
}
