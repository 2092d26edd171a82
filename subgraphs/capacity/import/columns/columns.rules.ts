import { HubError } from '../../../../platform/errors/errors.js';
import { columnLetters, type Cell } from '../sheet/sheet.js';

/** The columns of a file of figures: the Dutch name first, which is the one that the template writes. */
export const columnNames = {
  offerKey: ['aanbod', 'offerkey', 'offer', 'kenmerk', 'aanbodkenmerk'],
  title: ['naam', 'titel', 'title', 'naam aanbod'],
  status: ['status'],
  available: ['vrij', 'available', 'beschikbaar'],
  maximum: ['maximum', 'max', 'capaciteit'],
  unit: ['eenheid', 'unit'],
  asOf: ['peildatum', 'asof', 'as of', 'datum'],
  nextAvailableOn: ['vrij vanaf', 'nextavailableon', 'next available on', 'beschikbaar vanaf'],
  waitlistCount: ['wachtlijst', 'waitlistcount', 'waitlist', 'aantal wachtenden'],
  waitEstimateDays: ['wachttijd (dagen)', 'waitestimatedays', 'wait estimate days', 'wachttijd', 'wachttijd in dagen'],
  note: ['opmerking', 'note', 'toelichting'],
  sequence: ['volgnummer', 'sequence'],
} as const satisfies Record<string, readonly string[]>;

export type Column = keyof typeof columnNames;

export const allColumns = Object.keys(columnNames) as Column[];
const requiredColumns: readonly Column[] = ['offerKey', 'available', 'maximum'];

const columnOfName: ReadonlyMap<string, Column> = new Map(
  allColumns.flatMap((column) => columnNames[column].map((name) => [name, column] as const)),
);

/** Which column a name stands for, however it is written; undefined for any other name. */
export function columnOf(name: string): Column | undefined {
  return columnOfName.get(
    name
      .normalize('NFKC')
      .trim()
      .toLowerCase()
      .replaceAll(/[\s_]+/g, ' '),
  );
}

/** Where the columns of a table are, and those that were not recognised, as they may be shown. */
export interface Header {
  readonly places: ReadonlyMap<Column, number>;
  readonly ignored: readonly string[];
}

/** Reads the line with the names. Throws IMPORT_COLUMNS_MISSING and IMPORT_COLUMNS_REPEATED, which name the columns. */
export function readHeader(cells: readonly Cell[]): Header {
  const named = cells.flatMap((cell, index) => (cell === null ? [] : [{ index, name: String(cell) }]));
  const places = new Map<Column, number>();
  const repeated = new Set<string>();
  for (const { index, name } of named) {
    const column = columnOf(name);
    if (column === undefined) continue;
    if (places.has(column)) repeated.add(columnNames[column][0]);
    places.set(column, index);
  }
  const missing = requiredColumns.filter((column) => !places.has(column)).map((column) => columnNames[column][0]);
  if (missing.length > 0) throw new HubError('IMPORT_COLUMNS_MISSING', { columns: missing.join(', ') });
  if (repeated.size > 0) throw new HubError('IMPORT_COLUMNS_REPEATED', { columns: [...repeated].join(', ') });
  return { places, ignored: named.filter(({ name }) => columnOf(name) === undefined).map(shown) };
}

/** The name of a column is repeated only where it can be nothing but a name. */
const plainName = /^[\p{L}][\p{L} ()-]{0,39}$/u;

function shown({ index, name }: { index: number; name: string }): string {
  return plainName.test(name) ? `${columnLetters(index)} (${name})` : columnLetters(index);
}
