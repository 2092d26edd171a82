import type { Drawing } from '../choices.js';
import type { Figure, FigureCell } from '../figure.js';

/** What is drawn: bars for each row, one for each series. */
export interface ChartData {
  readonly title: string;
  readonly unit: string;
  readonly isStacked: boolean;
  /** The rows, as they are called beside their bars. */
  readonly labels: readonly string[];
  readonly series: readonly { readonly title: string; readonly values: readonly (number | null)[] }[];
}

/** A drawing of some columns of a figure. A row of parts of which one is not shown has no bar: it would be too short. */
export function chartOf(figure: Pick<Figure, 'columns' | 'rows'>, drawing: Drawing, when: string): ChartData {
  const { title, unit, isStacked, columns: asked } = drawing;
  const columns = figure.columns
    .map((column, index) => ({ ...column, index }))
    .filter(({ key }) => asked?.includes(key) ?? true);
  const isPart = figure.rows.map(({ cells }) => columns.some(({ index }) => isWithheld(cells[index])));
  return {
    title: `${title}, ${when}`,
    unit,
    isStacked,
    labels: figure.rows.map((row, at) => (isPart[at] ? `${row.title} (x)` : row.title)),
    series: columns.map((column) => ({
      title: column.title,
      values: figure.rows.map(({ cells }, at) =>
        isStacked && isPart[at] ? null : (cells[column.index]?.value ?? null),
      ),
    })),
  };
}

/** Where nothing was measured there is nothing that is not shown. */
function isWithheld(cell: FigureCell | undefined): boolean {
  return cell?.value === null && cell.whyWithheld !== 'NOT_MEASURED';
}

/** Whether there is anything to draw. */
export function hasBars({ series }: ChartData): boolean {
  return series.some(({ values }) => values.some((value) => (value ?? 0) > 0));
}

/** What a drawing is for who does not see it. */
export function spoken({ title, unit, labels, series }: ChartData): string {
  const [most = null] = series
    .flatMap((one) => one.values.map((value, at) => ({ value: value ?? 0, name: `${labels[at] ?? ''}, ${one.title}` })))
    .toSorted((a, b) => b.value - a.value);
  const highest = most ? ` De langste staaf is ${most.name}: ${most.value.toLocaleString('nl-NL')} ${unit}.` : '';
  return `Staafdiagram. ${title}.${highest} Alle getallen staan in de tabel hieronder.`;
}
