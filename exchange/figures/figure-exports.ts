import type { ExportedFigure } from './exported-figure.js';
import { yearTableFigure, type YearTableAnswer } from './year-table-figure.rules.js';

/** What a request may ask of a figure, by the names of the variables of its operation. */
export type Parameters = Readonly<Record<string, string | number>>;

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
  {
    name: 'yearTable',
    operation: 'YearTable',
    parameters: ['region', 'year'],
    figureIn: ({ yearTable }, { region, year }) =>
      yearTableFigure(yearTable as YearTableAnswer, { region: String(region), year: Number(year) }),
  },
];
