import type { DataSource, EntityManager } from 'typeorm';
import type { Sealer } from './sealer.js';

/** A column in which what people wrote is kept sealed. */
export interface SealedColumn {
  readonly table: string;
  readonly column: string;
  /** The column that says which row it is. */
  readonly key: string;
}

const sealers = new WeakMap<DataSource, Sealer>();

/** Whoever works on this database seals and opens with these keys. */
export function sealWith(source: DataSource, sealer: Sealer): void {
  sealers.set(source, sealer);
}

/** What seals and opens for a database, also within a transaction. Throws when it was opened without keys. */
export function sealerOf({ dataSource }: EntityManager): Sealer {
  const sealer = sealers.get(dataSource);
  if (!sealer) throw new Error('the database was opened without the keys of its texts');
  return sealer;
}

/** What the database keeps of a text in one place; null where there is none. */
export function sealText(db: EntityManager, place: string, text: string | null): string | null {
  return text === null ? null : sealerOf(db).seal(place, text);
}

/** The text that it keeps there. */
export function openText<T extends string | null>(db: EntityManager, place: string, stored: T): T {
  return (stored === null ? null : sealerOf(db).open(place, stored)) as T;
}

/** The name of a column by which what it keeps is bound to it. */
export function sealedPlace(schema: string, { table, column }: Pick<SealedColumn, 'table' | 'column'>): string {
  return `${schema}.${table}.${column}`;
}
