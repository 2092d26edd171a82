import type { CasesData } from '../generated/operations.js';

/** One case of the list. */
export type ListedCase = NonNullable<CasesData['cases']>['edges'][number]['node'];

/** Why a case cannot wait, most pressing first; null where nothing says so. */
export function urgencyOf({ need, isThreatenedOutOfHome }: ListedCase): string | null {
  if (need?.isCrisis) return 'crisis';
  return isThreatenedOutOfHome ? 'dreigt uit huis' : null;
}

/** Crisis first, then who may have to leave home, then by the day on which help should begin; the oldest first where that says nothing. */
export function byUrgency(cases: readonly ListedCase[]): ListedCase[] {
  return cases.toSorted((a, b) => keyOf(a).localeCompare(keyOf(b)));
}

const noDay = '9999-12-31';

function keyOf(one: ListedCase): string {
  const weight = one.need?.isCrisis ? 0 : one.isThreatenedOutOfHome ? 1 : 2;
  return [weight, one.need?.startByOn ?? noDay, one.openedAt ?? ''].join(' ');
}
