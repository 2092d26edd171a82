import type { LadderShiftData } from '../generated/operations.js';
import type { WithheldReason } from '../generated/words.js';

/** A figure as the hub counts it: rows, columns, and each number or why there is none. */
export type Figure = NonNullable<LadderShiftData['ladderShift']>;
export type FigureRow = Figure['rows'][number];
export type FigureCell = FigureRow['cells'][number];

/** One part of a figure that repeats for each month, and how it is called. */
export interface Part {
  readonly key: string;
  readonly title: string;
}

/** Of rows such as `2026-03/FOSTER` and `maart 2026: pleegzorg` the months; none of other rows. */
export function partsOf({ rows }: Figure): Part[] {
  const parts = new Map<string, string>();
  for (const { key, title } of rows) {
    const [part, row] = key.split('/');
    if (row !== undefined && part !== undefined) parts.set(part, title.split(': ')[0] ?? part);
  }
  return [...parts].map(([key, title]) => ({ key, title }));
}

/** The part that is asked for; without one the last in which something was counted. */
export function chosenPart(figure: Figure, asked: string | null): Part | null {
  const parts = partsOf(figure);
  const counted = new Set(
    figure.rows.filter(({ cells }) => cells.some(({ value }) => (value ?? 0) > 0)).map(({ key }) => key.split('/')[0]),
  );
  return (
    parts.find(({ key }) => key === asked) ?? parts.findLast(({ key }) => counted.has(key)) ?? parts.at(-1) ?? null
  );
}

/** A figure with the rows of one part alone, without its name before each. */
export function withPart(figure: Figure, part: Part | null): Figure {
  if (!part) return figure;
  const rows = figure.rows
    .filter(({ key }) => key.startsWith(`${part.key}/`))
    .map((row) => ({ ...row, title: row.title.slice(part.title.length + 2) }));
  return { ...figure, rows, total: null };
}

/** Why numbers are missing, each reason once. */
export function reasonsOf({ rows, total }: Pick<Figure, 'rows' | 'total'>): WithheldReason[] {
  const codes = [...rows, ...(total ? [total] : [])]
    .flatMap((row) => [...row.cells, ...(row.total ? [row.total] : [])])
    .flatMap(({ value, whyWithheld }) => (value === null && whyWithheld ? [whyWithheld] : []));
  return [...new Set(codes)];
}

/** The reasons in words for who did not make the rules. */
export const reasonTexts: Readonly<Record<WithheldReason, string>> = {
  FEW: 'Het gaat om weinig kinderen, of met dit getal is een klein getal ernaast uit te rekenen. Dan zou u iets over één kind kunnen weten.',
  FEW_PROVIDERS: 'Het gaat om minder dan drie aanbieders. Dan zou u de cijfers van één aanbieder kunnen weten.',
  PERIOD_OPEN: 'Deze periode is nog niet voorbij. U ziet de cijfers als het jaar om is.',
  NOT_MEASURED: 'Er was niets om te meten.',
};
