/** What an operation answers of a figure of a dashboard. */
export interface ExportedFigure {
  readonly name: string;
  readonly title: string;
  readonly region: string;
  readonly year: number;
  readonly asOf: string | null;
  readonly unit: string;
  readonly columns: readonly Label[];
  readonly rows: readonly FigureRow[];
  readonly total: FigureRow | null;
  readonly howCounted: readonly string[];
  readonly doesNotAddUp: readonly string[];
  readonly assumptions: readonly string[];
}

export interface Label {
  readonly key: string;
  readonly title: string;
}

export interface FigureCell {
  readonly value: number | null;
  readonly whyWithheld: string | null;
}

export interface FigureRow extends Label {
  readonly cells: readonly FigureCell[];
  readonly total: FigureCell | null;
}

/** Every row, that of all together last. */
export function rowsOf({ rows, total }: ExportedFigure): readonly FigureRow[] {
  return total ? [...rows, total] : rows;
}

/** The cells of a row with the columns they stand in, the total of the row last. */
export function cellsOf(figure: ExportedFigure, { cells, total }: FigureRow): { column: Label; cell: FigureCell }[] {
  const inColumns = figure.columns.flatMap((column, index) => {
    const cell = cells[index];
    return cell ? [{ column, cell }] : [];
  });
  return total ? [...inColumns, { column: { key: 'TOTAL', title: 'Totaal' }, cell: total }] : inColumns;
}
