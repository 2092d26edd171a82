import { CapacityStatus } from '../../subgraphs/capacity/availability/capacity-codes.js';
import { columnNames } from '../../subgraphs/capacity/import/columns/column-names.js';
import type { ShownFigure } from '../../subgraphs/capacity/import/import.read-model.js';

/** In this order a change is told. */
const columns = [
  'available',
  'maximum',
  'status',
  'nextAvailableOn',
  'waitlistCount',
  'waitEstimateDays',
  'note',
] as const satisfies readonly (keyof ShownFigure & keyof typeof columnNames)[];

type ShownColumn = (typeof columns)[number];

/** Of a remark, so much is enough to recognise it. */
const longestNote = 40;

/** `12 van 40, er is plaats` */
export function describeFigure({ available, maximum, status }: ShownFigure): string {
  return `${available} van ${maximum}, ${CapacityStatus.dutch[status]}`;
}

/** What changed, by the names of the columns: `vrij 12 -> 10, wachtlijst leeg -> 3`. */
export function describeChange(from: ShownFigure, to: ShownFigure): string {
  const changed = columns.filter((column) => from[column] !== to[column]);
  return changed
    .map((column) => `${columnNames[column][0]} ${valueText(from, column)} -> ${valueText(to, column)}`)
    .join(', ');
}

function valueText(figure: ShownFigure, column: ShownColumn): string {
  const value = figure[column];
  if (value === null) return 'leeg';
  if (column === 'status') return CapacityStatus.dutch[figure.status];
  if (column === 'nextAvailableOn') return String(value).split('-').reverse().join('-');
  return column === 'note' ? `"${shortened(String(value))}"` : String(value);
}

function shortened(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ');
  return line.length > longestNote ? `${line.slice(0, longestNote)}…` : line;
}
