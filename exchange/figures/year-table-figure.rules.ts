import type { ExportedFigure, FigureCell, Label } from './exported-figure.js';

/** What the operation `YearTable` answers. */
export interface YearTableAnswer {
  readonly municipalities: readonly { readonly code: string; readonly name: string }[];
  readonly sections: readonly {
    readonly kind: string;
    readonly title: string;
    readonly rows: readonly {
      readonly key: string;
      readonly title: string;
      readonly total: number | null;
      readonly cells: readonly { readonly count: number | null }[];
    }[];
  }[];
  readonly checks: readonly { readonly text: string }[];
}

/** The year report in the shape of the other figures. It counts what stands now and has no day. */
export function yearTableFigure(
  { municipalities, sections, checks }: YearTableAnswer,
  { region, year }: { readonly region: string; readonly year: number },
): ExportedFigure {
  const columns: Label[] = municipalities.map(({ code, name }) => ({ key: code, title: name }));
  const rows = sections.flatMap(({ kind, title, rows: lines }) =>
    lines.map((line) => ({
      key: `${kind}/${line.key}`,
      title: line.title === title ? title : `${title}: ${line.title}`,
      cells: line.cells.map(({ count }) => toCell(count)),
      total: toCell(line.total),
    })),
  );
  return {
    name: 'yearTable',
    title: 'Jaartabel',
    region,
    year,
    asOf: null,
    unit: 'kinderen',
    columns,
    rows,
    total: null,
    howCounted: [
      'Verwijzers tellen bij hun eigen gemeente, al het andere bij de gemeente van het kind.',
      'Een kind kan meer dan één interventie hebben en heeft hoogstens één resultaat.',
    ],
    doesNotAddUp: checks.map(({ text }) => text),
    assumptions: [],
  };
}

function toCell(value: number | null): FigureCell {
  return { value, whyWithheld: value === null ? 'FEW' : null };
}
