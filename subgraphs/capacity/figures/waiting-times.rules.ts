import type { FigureForm } from '../../../figures/figure-form.rules.js';
import type { FigureCell, FigureLabel, FigureRow } from '../../../figures/figure.type.js';
import type { WithheldReason } from '../../../figures/figure.vocabulary.js';
import { rounded as roundedToFive, smallestShownCount } from '../../../figures/suppression/suppression.rules.js';
import { cellOf, shownTable } from '../../../figures/two-way-figure.rules.js';
import { whyFewProviders } from './few-providers.rules.js';
import type { Waiting } from './waiting-times.read-model.js';

const counted = [
  { key: 'PLACED', title: 'Geplaatst vanaf een wachtlijst (aantal)' },
  { key: 'WAITING', title: 'Wachtend (aantal)' },
];

/** The columns: the counts and, of each, how long. */
export const waitingColumns: FigureLabel[] = [
  ...counted,
  { key: 'PLACED_MEDIAN', title: 'Gewacht tot plaatsing, mediaan (dagen)' },
  { key: 'PLACED_P90', title: 'Gewacht tot plaatsing, 90 procent korter (dagen)' },
  { key: 'WAITING_MEDIAN', title: 'Wacht nu, mediaan (dagen)' },
  { key: 'WAITING_P90', title: 'Wacht nu, 90 procent korter (dagen)' },
  { key: 'REPORTED_MEDIAN', title: 'Door aanbieders gemelde wachttijd, mediaan (dagen)' },
];

/** From how many children on ten or more wait longer than nine in ten of them do. */
const fewestForMost = 10 * smallestShownCount;

/**
 * The rows of waiting times. For an analyst a number of days is shown where the count that it is of is, and where three providers or more lie
 * behind it; of children it is the median, to 5 days, and where ten of them wait longer the other: exact days are those of one child. Of what
 * providers report about themselves the providers alone matter.
 */
export function waitingRows(
  form: FigureForm,
  groups: readonly FigureLabel[],
  told: readonly Waiting[] | null,
): FigureRow[] {
  const shown = shownTable(form, groups, counted, told);
  const few = cellOf(told ? 'FEW' : 'PERIOD_OPEN');
  return groups.map((label, group) => {
    const [placed = null, waiting = null] = shown.cells[group] ?? [];
    const of = (outcome: Waiting['outcome']) => told?.find((one) => one.group === label.key && one.outcome === outcome);
    const days = (outcome: Waiting['outcome'], isShown: boolean, value: (one: Waiting) => number): FigureCell => {
      const one = of(outcome);
      const why = !told ? 'PERIOD_OPEN' : whyNoDays(form, one, isShown);
      return why ? { value: null, whyWithheld: why } : { value: one ? rounded(value(one)) : null, whyWithheld: null };
    };
    const medianAndMost = (outcome: Waiting['outcome'], count: number | null): FigureCell[] => {
      const [isShown, areMany] = [count !== null, form === 'EXACT' || (count ?? 0) >= fewestForMost];
      const most = days(outcome, isShown, ({ ninetiethDays }) => ninetiethDays);
      const cells = [
        days(outcome, isShown, ({ medianDays }) => medianDays),
        most.value === null || areMany ? most : few(null),
      ];
      return form === 'EXACT' ? cells : cells.map(toFive);
    };
    const cells = [
      ...[placed, waiting].map(few),
      ...medianAndMost('PLACED', placed),
      ...medianAndMost('WAITING', waiting),
      days('REPORTED', true, ({ medianDays }) => medianDays),
    ];
    return { ...label, cells, total: null };
  });
}

function whyNoDays(form: FigureForm, one: Waiting | undefined, isCountShown: boolean): WithheldReason | null {
  if (!isCountShown) return 'FEW';
  return whyFewProviders(form, one?.providers ?? null);
}

const toFive = ({ value, whyWithheld }: FigureCell): FigureCell => ({
  value: value === null ? null : roundedToFive(value),
  whyWithheld,
});

/** Whole days: a fraction would set apart who waited. */
function rounded(days: number): number {
  return Math.round(days);
}
