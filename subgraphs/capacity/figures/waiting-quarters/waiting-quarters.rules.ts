import type { FigureForm } from '../../../../figures/figure-form.rules.js';
import type { FigureCell, FigureLabel, FigureRow } from '../../../../figures/figure.type.js';
import type { WithheldReason } from '../../../../figures/figure.vocabulary.js';
import { cellOf, shownTable } from '../../../../figures/two-way-figure.rules.js';
import { whyFewProviders } from '../few-providers.rules.js';
import type { QuarterWaiting } from './waiting-quarters.read-model.js';

/** The columns: what article 8g asks of each provider, for all providers of a region together, and beside it the lists of the hub. */
export const quarterColumns: FigureLabel[] = [
  { key: 'PROVIDERS', title: 'Aanbieders van deze vorm (aantal)' },
  { key: 'ESTIMATE_MEDIAN', title: 'Ingeschatte wachttijd, mediaan (dagen)' },
  { key: 'ESTIMATE_P90', title: 'Ingeschatte wachttijd, 90 procent korter (dagen)' },
  { key: 'TOLD_CHILDREN', title: 'Op de wachtlijst volgens aanbieders (jeugdigen)' },
  { key: 'LISTED', title: 'Op een wachtlijst van de hub (plaatsen)' },
];

/** A quarter of a year, 1 to 4, and its Dutch name. */
export interface Quarter extends FigureLabel {
  readonly number: number;
}

export function quartersOf(year: number): Quarter[] {
  return ['eerste', 'tweede', 'derde', 'vierde'].map((name, index) => ({
    number: index + 1,
    key: `${year}-Q${index + 1}`,
    title: `${name} kwartaal ${year}`,
  }));
}

/**
 * The rows of one quarter, a form of help each; `told` is null where it may not or cannot be told yet. Counts of children are withheld quarter by quarter
 * and column by column; days where fewer than three providers told them.
 */
export function quarterRows(
  form: FigureForm,
  quarter: Quarter,
  rungs: readonly FigureLabel[],
  told: readonly QuarterWaiting[] | null,
): FigureRow[] {
  const ofRung = (rung: FigureLabel) => told?.find((one) => one.rung === rung.key && one.quarter === quarter.number);
  const cell = cellOf(told ? 'FEW' : 'PERIOD_OPEN');
  const shown = (outcome: string, valueOf: (one: QuarterWaiting) => number): FigureCell[] => {
    const counts = rungs.map((rung) => {
      const one = ofRung(rung);
      return { group: rung.key, outcome, count: one ? valueOf(one) : 0 };
    });
    const { cells } = shownTable(form, rungs, [{ key: outcome, title: outcome }], told && counts);
    return cells.map(([value = null]) => cell(value));
  };
  const children = shown('TOLD_CHILDREN', ({ toldChildren }) => toldChildren);
  const listed = shown('LISTED', (one) => one.listed);
  return rungs.map((rung, index) => {
    const one = ofRung(rung);
    const providers: FigureCell = told ? { value: one?.providers ?? 0, whyWithheld: null } : cell(null);
    const days = [one?.medianDays, one?.ninetiethDays].map((value) =>
      daysCell(form, told !== null, one, value ?? null),
    );
    const cells = [providers, ...days, children[index] ?? cell(null), listed[index] ?? cell(null)];
    return { key: `${quarter.key}/${rung.key}`, title: `${quarter.title}: ${rung.title}`, cells, total: null };
  });
}

function daysCell(form: FigureForm, isTold: boolean, one: QuarterWaiting | undefined, days: number | null): FigureCell {
  const why: WithheldReason | null = isTold ? whyFewProviders(form, one?.telling ?? null) : 'PERIOD_OPEN';
  return { value: why || days === null ? null : Math.round(days), whyWithheld: why };
}
