import type { FigureForm } from '../../../../figures/figure-form.rules.js';
import { rounded } from '../../../../figures/suppression/suppression.rules.js';
import type { Figure, FigureCell, FigureLabel, FigureRow } from '../../../../figures/figure.type.js';
import type { Blocked } from './discharge-blocked.read-model.js';
import { anyReason } from './discharge-blocked.vocabulary.js';

const dayColumns: FigureLabel[] = [
  { key: 'DAYS_MEDIAN', title: 'Kan al weg, mediaan (dagen)' },
  { key: 'DAYS_P90', title: 'Kan al weg, 90 procent korter (dagen)' },
];

/**
 * A figure of counts, with behind each group for how long: shown where the number of the group is, in whole days. An analyst sees the median of all
 * together, to 5 days: in a group it is the days of one child, by which it would be found in every other grouping.
 */
export function withDays(form: FigureForm, figure: Figure, blocked: readonly Blocked[]): Figure {
  const daysIn = (row: FigureRow): FigureCell[] =>
    form === 'EXACT' ? daysOf(row, blocked) : daysOf(row, blocked).map(row === figure.total ? roughly : withheld);
  const longer = (row: FigureRow): FigureRow => ({ ...row, cells: [...row.cells, ...daysIn(row)] });
  return {
    ...figure,
    columns: [...figure.columns, ...dayColumns],
    rows: figure.rows.map(longer),
    total: figure.total && longer(figure.total),
  };
}

const few: FigureCell = { value: null, whyWithheld: 'FEW' };

const withheld = ({ value, whyWithheld }: FigureCell): FigureCell => (value === null ? { value, whyWithheld } : few);

/** The first cell is the median; who stays longest of ten is one child. */
function roughly({ value, whyWithheld }: FigureCell, index: number): FigureCell {
  if (value === null) return { value, whyWithheld };
  return index === 0 ? { value: rounded(value), whyWithheld: null } : few;
}

function daysOf({ key, total }: FigureRow, blocked: readonly Blocked[]): FigureCell[] {
  const whole = blocked.find(({ group, outcome }) => group === key && outcome === anyReason);
  return [whole?.medianDays, whole?.ninetiethDays].map((days) => {
    if (total?.value == null) return { value: null, whyWithheld: total?.whyWithheld ?? 'FEW' };
    return days == null ? { value: null, whyWithheld: 'NOT_MEASURED' } : { value: Math.round(days), whyWithheld: null };
  });
}
