import type { Figure, FigureCell, FigureLabel, FigureRow } from './figure.type.js';
import type { FigureForm } from './figure-form.rules.js';
import type { WithheldReason } from './figure.vocabulary.js';
import { isOver, type Counted, type FigureQuestion } from './figure-question.js';
import { smallestShownCount } from './suppression/suppression.rules.js';
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

/** What a figure of people by group and outcome is made of. */
export interface TwoWayParts {
  readonly text: FigureText;
  readonly groups: FigureLabel[];
  readonly outcomes: FigureLabel[];
}

/** Groups that are counted by themselves, from a day on; before that there is nothing to count. */
export interface Block {
  readonly groups: FigureLabel[];
  readonly from: string;
}

/** People by group and outcome, everybody once: exactly, or with what says too much of few withheld. */
export function twoWayFigure(question: FigureQuestion, parts: TwoWayParts, counted: Counted<GroupCount>): Figure {
  const block = shownBlock(question, parts, counted, isOver(question, counted));
  return { ...about(question, parts, counted), rows: block.rows, total: block.total };
}

/** What a figure of the same people again and again is made of. */
export interface RepeatedParts extends Omit<TwoWayParts, 'groups'> {
  readonly blocks: Block[];
  /** Whether the outcomes of a group add up to something. */
  readonly hasTotals: boolean;
  /** The group of all that are in any block, each once: an outcome that is withheld of all is withheld of each. Null where they are not counted. */
  readonly everybody: FigureLabel | null;
}

/**
 * The same people again and again, such as month after month: a table for each block, which says nothing of another, and so no total of all.
 */
export function repeatedFigure(
  question: FigureQuestion,
  { text, blocks, outcomes, hasTotals, everybody }: RepeatedParts,
  counted: Counted<GroupCount>,
): Figure {
  const over = isOver(question, counted);
  const all = everybody && shownTable(question.form, [everybody], outcomes, over ? counted.counts : null).outcomes;
  const withheld = new Set(outcomes.flatMap((_, outcome) => (all?.[outcome] === null ? [outcome] : [])));
  const rows = blocks.flatMap(({ groups, from }) => {
    const block = shownBlock(question, { text, groups, outcomes }, counted, over && from <= counted.asOf, withheld);
    return hasTotals ? block.rows : block.rows.map((row) => ({ ...row, total: null }));
  });
  return { ...about(question, { text, outcomes }, counted), rows, total: null };
}

function about(
  { region, year }: FigureQuestion,
  { text, outcomes }: Omit<TwoWayParts, 'groups'>,
  { asOf }: Counted<GroupCount>,
): Omit<Figure, 'rows' | 'total'> {
  return { ...text, region: region.key, year, asOf, columns: outcomes, assumptions: [] };
}

/** Counts by group and outcome as far as they may be shown, without some outcomes that may not; nothing where there are none yet. */
export function shownTable(
  form: FigureForm,
  groups: readonly FigureLabel[],
  outcomes: readonly FigureLabel[],
  counts: readonly GroupCount[] | null,
  alsoHidden: ReadonlySet<number> = new Set(),
): ShownTwoWay {
  const countOf = (group: string, outcome: string): number =>
    sum((counts ?? []).filter((one) => one.group === group && one.outcome === outcome).map(({ count }) => count));
  const table = groups.map((group) => outcomes.map((outcome) => countOf(group.key, outcome.key)));
  if (!counts) return nothing(table);
  return form === 'EXACT' ? everything(table) : suppressTwoWay(table, smallestShownCount, alsoHidden);
}

function shownBlock(
  { form }: FigureQuestion,
  { groups, outcomes }: TwoWayParts,
  { counts }: Counted<GroupCount>,
  isThere: boolean,
  alsoHidden: ReadonlySet<number> = new Set(),
): { rows: FigureRow[]; total: FigureRow } {
  const shown = shownTable(form, groups, outcomes, isThere ? counts : null, alsoHidden);
  const cell = cellOf(isThere ? 'FEW' : 'PERIOD_OPEN');
  const rows = groups.map((label, group) => ({
    ...label,
    cells: (shown.cells[group] ?? []).map(cell),
    total: cell(shown.groups[group] ?? null),
  }));
  return { rows, total: { key: 'TOTAL', title: 'Totaal', cells: shown.outcomes.map(cell), total: cell(shown.total) } };
}

/** A number, or why it is withheld. */
export function cellOf(why: WithheldReason): (value: number | null) => FigureCell {
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
