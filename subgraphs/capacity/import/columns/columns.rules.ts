import { HubError } from '../../../../platform/errors/errors.js';
import { columnLetters, type Cell } from '../sheet/sheet.js';
import { columnNames, type Column } from './column-names.js';

export const allColumns = Object.keys(columnNames) as Column[];
const requiredColumns: readonly Column[] = ['offerKey', 'available', 'maximum'];

/** Columns for the reader of a sheet: the import passes over what stands in them. */
const unreadColumns: readonly Column[] = ['title', 'lastAvailable', 'lastStatus', 'lastWaitlist', 'lastAsOf'];
/** What the template fills in itself, and what a row needs besides a figure. */
const givenColumns: readonly Column[] = ['offerKey', 'maximum', 'unit', ...unreadColumns];
/** What a person fills in: a row without any of it says nothing of its offer. */
export const filledColumns = allColumns.filter((column) => !givenColumns.includes(column));

/** Of a line with names, so many that are not known are told. */
const mostUnknown = 8;
const mostIgnored = 20;

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
  const ignored = named.filter(({ name }) => columnOf(name) === undefined).map(shown);
  const missing = requiredColumns.filter((column) => !places.has(column));
  if (missing.length > 0)
    throw new HubError('IMPORT_COLUMNS_MISSING', { columns: dutchNames(missing), unknown: listed(ignored) });
  if (repeated.size > 0) throw new HubError('IMPORT_COLUMNS_REPEATED', { columns: [...repeated].join(', ') });
  return { places, ignored };
}

/** The notice of columns that were passed over, with the names that are still free; null when all were recognised. */
export function ignoredNotice({ places, ignored }: Header): HubError | null {
  if (ignored.length === 0) return null;
  const free = allColumns.filter((column) => !places.has(column) && !unreadColumns.includes(column));
  return new HubError('IMPORT_COLUMNS_IGNORED', {
    columns: listed(ignored, mostIgnored),
    known: dutchNames(free) || '-',
  });
}

function dutchNames(columns: readonly Column[]): string {
  return columns.map((column) => columnNames[column][0]).join(', ');
}

function listed(names: readonly string[], most = mostUnknown): string {
  if (names.length === 0) return '-';
  return [...names.slice(0, most), ...(names.length > most ? ['…'] : [])].join(', ');
}

/** The name of a column is repeated only where it can be nothing but a name. */
const plainName = /^[\p{L}][\p{L} ()-]{0,39}$/u;

function shown({ index, name }: { index: number; name: string }): string {
  return plainName.test(name) ? `${columnLetters(index)} (${name})` : columnLetters(index);
}
