import type { Bands } from '../../../../figures/bands.rules.js';
import { bandLabels } from '../../../../figures/bands.rules.js';
import type { FigureForm } from '../../../../figures/figure-form.rules.js';
import type { FigureLabel } from '../../../../figures/figure.type.js';
import { HubError } from '../../../../platform/errors/errors.js';
import type { StuckMeasure } from './stuck-cases.vocabulary.js';

/** From when a child is stuck: so many whole weeks of seeking, or so many providers that said no, whichever comes first. */
export interface StuckFrom {
  readonly fromWeeks: number;
  readonly fromRefusals: number;
}

/** No source says from when; a _proposal_. */
export const usuallyStuckFrom: StuckFrom = { fromWeeks: 8, fromRefusals: 3 };

const bounds = { fromWeeks: [0, 520], fromRefusals: [1, 100] } as const;

export const weekBands: Bands = [0, 4, 8, 13, 26, 52];
export const refusalBands: Bands = [0, 1, 2, 3, 6];

/** Who seeks no rung in particular. */
export const anyRung: FigureLabel = { key: 'ANY', title: 'elke trede' };
/** Everybody once, beside rungs on which somebody counts more than once. */
export const everyChild: FigureLabel = { key: 'TOTAL', title: 'Totaal' };
/** Who is older than the oldest band of ages. */
export const olderChild: FigureLabel = { key: 'OLDER', title: '28 jaar en ouder' };

export const stuckColumns: Readonly<Record<StuckMeasure, FigureLabel[]>> = {
  WEEKS: bandLabels(weekBands, (from, before) =>
    before === null ? `${from} weken of langer` : `${from} tot ${before} weken`,
  ),
  REFUSALS: bandLabels(refusalBands, (from, before) => {
    if (before === null) return `${from} keer nee of vaker`;
    return before - from === 1 ? `${from} keer nee` : `${from} tot en met ${before - 1} keer nee`;
  }),
};

/**
 * From when a caller may count. An analyst cannot choose: two answers that differ by a week, put beside each other, tell of who waits that long.
 * Throws BAD_USER_INPUT.
 */
export function stuckFrom(form: FigureForm, asked: StuckFrom): StuckFrom {
  for (const field of ['fromWeeks', 'fromRefusals'] as const) {
    const [least, most] = bounds[field];
    if (asked[field] < least || asked[field] > most)
      throw new HubError('BAD_USER_INPUT', { field, expected: `${least}..${most}` });
  }
  return form === 'EXACT' ? asked : usuallyStuckFrom;
}
