import type { Figure, FigureCell, FigureLabel } from './figure.type.js';
import type { WithheldReason } from './figure.vocabulary.js';
import { isOver, type Counted, type FigureQuestion } from './figure-question.js';
import { suppressTwoWay, type ShownTwoWay, type TwoWayTable } from './suppression/two-way.rules.js';
import { sum } from './suppression/figures.js';

/** What is told of a figure besides its numbers. */
export type FigureText = Pick<Figure, 'name' | 'title' | 'unit' | 'howCounted' | 'doesNotAddUp'>;

/** How many people of a group had an outcome. */
export interface GroupCount {
  readonly group: string;
  readonly outcome: string;
  readonly count: number;
}

/** People by group and outcome, everybody once: exactly, or with what says too much of few withheld. */
export function twoWayFigure(
  question: FigureQuestion,
  {
    text,
    groups,
    outcomes,
  }: { readonly text: FigureText; readonly groups: FigureLabel[]; readonly outcomes: FigureLabel[] },
  counted: Counted<GroupCount>,
): Figure {
  const table = groups.map(({ key: group }) =>
    outcomes.map(({ key: outcome }) =>
      sum(counted.counts.filter((one) => one.group === group && one.outcome === outcome).map(({ count }) => count)),
    ),
  );
  const over = isOver(question, counted);
  const shown = !over ? nothing(table) : question.form === 'EXACT' ? everything(table) : suppressTwoWay(table);
  const cell = cellOf(over ? 'FEW' : 'PERIOD_OPEN');
  return {
    ...text,
    region: question.region.key,
    year: question.year,
    asOf: counted.asOf,
    columns: outcomes,
    rows: groups.map((label, group) => ({
      ...label,
      cells: (shown.cells[group] ?? []).map(cell),
      total: cell(shown.groups[group] ?? null),
    })),
    total: { key: 'TOTAL', title: 'Totaal', cells: shown.outcomes.map(cell), total: cell(shown.total) },
    assumptions: [],
  };
}

function cellOf(why: WithheldReason): (value: number | null) => FigureCell {
  return (value) => ({ value, whyWithheld: value === null ? why : null });
}

function everything(table: TwoWayTable): ShownTwoWay {
  const outcomes = (table[0] ?? []).map((_, outcome) => sum(table.map((row) => row[outcome] ?? 0)));
  return { cells: table, groups: table.map(sum), outcomes, total: sum(outcomes) };
}

function nothing(table: TwoWayTable): ShownTwoWay {
  const row = (table[0] ?? []).map(() => null);
  return { cells: table.map(() => row), groups: table.map(() => null), outcomes: row, total: null };
}
