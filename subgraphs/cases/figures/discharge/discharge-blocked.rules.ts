import type { Figure, FigureCell, FigureLabel, FigureRow } from '../../../../figures/figure.type.js';
import type { Blocked } from './discharge-blocked.read-model.js';
import { anyReason } from './discharge-blocked.vocabulary.js';

const dayColumns: FigureLabel[] = [
  { key: 'DAYS_MEDIAN', title: 'Kan al weg, mediaan (dagen)' },
  { key: 'DAYS_P90', title: 'Kan al weg, 90 procent korter (dagen)' },
];

/** A figure of counts, with behind each group for how long: shown where the number of the group is, in whole days. */
export function withDays(figure: Figure, blocked: readonly Blocked[]): Figure {
  const longer = (row: FigureRow): FigureRow => ({ ...row, cells: [...row.cells, ...daysOf(row, blocked)] });
  return {
    ...figure,
    columns: [...figure.columns, ...dayColumns],
    rows: figure.rows.map(longer),
    total: figure.total && longer(figure.total),
  };
}

function daysOf({ key, total }: FigureRow, blocked: readonly Blocked[]): FigureCell[] {
  const whole = blocked.find(({ group, outcome }) => group === key && outcome === anyReason);
  return [whole?.medianDays, whole?.ninetiethDays].map((days) => {
    if (total?.value == null) return { value: null, whyWithheld: total?.whyWithheld ?? 'FEW' };
    return days == null ? { value: null, whyWithheld: 'NOT_MEASURED' } : { value: Math.round(days), whyWithheld: null };
  });
}
