import type { Parameters } from '../files/parameters.js';
import type { ExportedFigure } from './exported-figure.js';
import { yearTableFigure, type YearTableAnswer } from './year-table-figure.rules.js';

/** A figure that can be had as a file: the registered operation that gives it, and its parameters beside region, year and day. */
export interface FigureExport {
  readonly name: string;
  readonly operation: string;
  readonly parameters: readonly string[];
  /** The figure in what the operation answers. */
  figureIn(data: Readonly<Record<string, unknown>>, asked: Parameters): ExportedFigure;
}

function exportOf(name: string, operation: string, parameters: readonly string[] = []): FigureExport {
  const all = ['region', 'year', 'asOf', ...parameters];
  return { name, operation, parameters: all, figureIn: (data) => data[name] as ExportedFigure };
}

export const figureExports: readonly FigureExport[] = [
  exportOf('sla48h', 'Sla48h', ['by']),
  exportOf('residentialCount', 'ResidentialCount'),
  exportOf('ladderShift', 'LadderShift'),
  exportOf('fosterToResidential', 'FosterToResidential', ['by']),
  exportOf('waitingTimes', 'WaitingTimes', ['by']),
  exportOf('waitingQuarters', 'WaitingQuarters'),
  exportOf('unmetNeed', 'UnmetNeed', ['by']),
  exportOf('fosterEndings', 'FosterEndings', ['by']),
  exportOf('dischargeBlocked', 'DischargeBlocked', ['by']),
  exportOf('retDiscussed', 'RetDiscussed', ['by', 'subject']),
  exportOf('duoUse', 'DuoUse', ['by']),
  exportOf('networkResponse', 'NetworkResponse', ['by']),
  exportOf('costBenefit', 'CostBenefit', ['assumedStayDays', 'tariffs']),
  exportOf('stuckCases', 'StuckCases', ['by', 'measure', 'fromWeeks', 'fromRefusals']),
  {
    name: 'yearTable',
    operation: 'YearTable',
    parameters: ['region', 'year'],
    figureIn: ({ yearTable }, { region, year }) =>
      yearTableFigure(yearTable as YearTableAnswer, { region: region as string, year: Number(year) }),
  },
];
