import { HubError } from '../../errors/errors.js';
import { columnLetters, type Cell } from '../sheet/sheet.js';

/** The columns of one kind of file. */
export interface ColumnTable<C extends string> {
  /** In the order of the template: the Dutch name first, which is the one that it writes. */
  readonly names: Readonly<Record<C, readonly string[]>>;
  /** In it stands the key of what a row is about. */
  readonly key: C;
  readonly required: readonly C[];
  /** Columns for the reader of a sheet: the import passes over what stands in them. */
  readonly unread: readonly C[];
  /** What the template fills in itself, and what a row needs besides what it tells. */
  readonly given: readonly C[];
}

export interface Columns<C extends string> extends ColumnTable<C> {
  readonly all: readonly C[];
  /** What a person fills in: a row without any of it says nothing. */
  readonly filled: readonly C[];
  readonly byName: ReadonlyMap<string, C>;
}

/** Where the columns of a table are, and those that were not recognised, as they may be shown. */
export interface Header<C extends string> {
  readonly places: ReadonlyMap<C, number>;
  readonly ignored: readonly string[];
}

/** Of a line with names, so many that are not known are told. */
const mostUnknown = 8;
const mostIgnored = 20;

export function columnsOf<C extends string>(table: ColumnTable<C>): Columns<C> {
  const all = Object.keys(table.names) as C[];
  const { key, unread, given } = table;
  return {
    ...{ ...table, all },
    filled: all.filter((column) => column !== key && !given.includes(column) && !unread.includes(column)),
    byName: new Map(all.flatMap((column) => table.names[column].map((name) => [name, column] as const))),
  };
}

/** Which column a name stands for, however it is written; undefined for any other name. */
export function columnOf<C extends string>({ byName }: Columns<C>, name: string): C | undefined {
  return byName.get(
    name
      .normalize('NFKC')
      .trim()
      .toLowerCase()
      .replaceAll(/[\s_]+/g, ' '),
  );
}

/** The name of a column as the template writes it. */
export function dutchName<C extends string>({ names }: ColumnTable<C>, column: C): string {
  return names[column][0] ?? column;
}

/** Reads the line with the names. Throws IMPORT_COLUMNS_MISSING and IMPORT_COLUMNS_REPEATED, which name the columns. */
export function readHeader<C extends string>(columns: Columns<C>, cells: readonly Cell[]): Header<C> {
  const named = cells.flatMap((cell, index) => (cell === null ? [] : [{ index, name: String(cell) }]));
  const places = new Map<C, number>();
  const repeated = new Set<string>();
  for (const { index, name } of named) {
    const column = columnOf(columns, name);
    if (column === undefined) continue;
    if (places.has(column)) repeated.add(dutchName(columns, column));
    places.set(column, index);
  }
  const ignored = named.filter(({ name }) => columnOf(columns, name) === undefined).map(shown);
  const missing = columns.required.filter((column) => !places.has(column));
  if (missing.length > 0)
    throw new HubError('IMPORT_COLUMNS_MISSING', { columns: dutchNames(columns, missing), unknown: listed(ignored) });
  if (repeated.size > 0) throw new HubError('IMPORT_COLUMNS_REPEATED', { columns: [...repeated].join(', ') });
  return { places, ignored };
}

/** The notice of columns that were passed over, with the names that are still free; null when all were recognised. */
export function ignoredNotice<C extends string>(columns: Columns<C>, { places, ignored }: Header<C>): HubError | null {
  if (ignored.length === 0) return null;
  const free = columns.all.filter((column) => !places.has(column) && !columns.unread.includes(column));
  return new HubError('IMPORT_COLUMNS_IGNORED', {
    columns: listed(ignored, mostIgnored),
    known: dutchNames(columns, free) || '-',
  });
}

function dutchNames<C extends string>(columns: Columns<C>, some: readonly C[]): string {
  return some.map((column) => dutchName(columns, column)).join(', ');
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
