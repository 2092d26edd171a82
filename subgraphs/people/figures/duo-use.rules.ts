import type { FigureForm } from '../../../figures/figure-form.rules.js';
import type { FigureCell, FigureLabel, FigureRow } from '../../../figures/figure.type.js';
import { rounded } from '../../../figures/suppression/suppression.rules.js';
import { cellOf, shownTable } from '../../../figures/two-way-figure.rules.js';
import type { DuoUse } from './duo-use.read-model.js';

const duos: FigureLabel = { key: 'DUOS', title: "Duo's (aantal)" };

/** The columns: how many duos, and what they gave. */
export const duoColumns: FigureLabel[] = [
  duos,
  { key: 'HOURS', title: 'Uren samen' },
  { key: 'HOURS_MEDIAN', title: 'Uren van een duo, mediaan' },
  { key: 'WEEKS_MEDIAN', title: 'Weken van een duo, mediaan' },
];

/** In how many groups of a grouping a duo counts: one, one or two, or any number of them. */
export type DuoCounts = 'ONCE' | 'TWICE' | 'OVERLAPS';

const totalLabel: FigureLabel = { key: 'TOTAL', title: 'Totaal' };

/**
 * The rows of how duos are used. Hours and weeks are shown where the number of duos is. For an analyst the hours together are that number as it is shown
 * times the mean of a duo, in whole hours: the exact sum would give the exact number away. Medians are shown of all together only, of hours to 5: in a
 * group one is that of one duo. What duos of groups come to together is told where each is in one group, and known where each is in two at most;
 * groups of which that is not known are each weighed by themselves.
 */
export function duoRows(
  form: FigureForm,
  groups: readonly FigureLabel[],
  told: readonly DuoUse[] | null,
  each: DuoCounts,
): { rows: FigureRow[]; total: FigureRow | null } {
  const shown =
    each === 'OVERLAPS' ? groups.map((group) => shownAlone(form, group, told)) : shownTogether(form, groups, told);
  const row = (label: FigureLabel, count: number | null): FigureRow => ({
    ...label,
    cells: cellsOf(form, count, told?.find(({ group }) => group === label.key) ?? null, told !== null),
    total: null,
  });
  const total = each === 'ONCE' ? row(totalLabel, shownAlone(form, totalLabel, told)) : null;
  return { rows: groups.map((label, index) => row(label, shown[index] ?? null)), total };
}

function shownTogether(form: FigureForm, groups: readonly FigureLabel[], told: readonly DuoUse[] | null) {
  return shownTable(form, groups, [duos], countsOf(told)).groups;
}

function shownAlone(form: FigureForm, group: FigureLabel, told: readonly DuoUse[] | null): number | null {
  return shownTable(form, [group], [duos], countsOf(told)).total;
}

function countsOf(told: readonly DuoUse[] | null) {
  return told?.map(({ group, duos: count }) => ({ group, outcome: duos.key, count })) ?? null;
}

function cellsOf(form: FigureForm, count: number | null, use: DuoUse | null, isThere: boolean): FigureCell[] {
  const why = cellOf(isThere ? 'FEW' : 'PERIOD_OPEN');
  const measured = (value: number | null | undefined): FigureCell => {
    if (count === null) return why(null);
    return value == null ? cellOf('NOT_MEASURED')(null) : why(Math.round(value));
  };
  const mean = use && use.duos > 0 ? Math.round(use.hours / use.duos) : null;
  const hours = form === 'EXACT' || mean === null || count === null ? (use?.hours ?? 0) : count * mean;
  const isOneDuos = form === 'SUPPRESSED' && use?.group !== totalLabel.key;
  const median = (value: number | null | undefined): FigureCell =>
    isOneDuos && value != null ? why(null) : measured(value);
  const medianHours = form === 'EXACT' || use?.medianHours == null ? use?.medianHours : rounded(use.medianHours);
  return [why(count), measured(hours), median(medianHours), median(use?.medianWeeks)];
}
