import type { DataSource } from '../../../platform/database/database.js';
import { withCaller } from '../../../platform/database/with-caller.js';
import type { Caller } from '../../../platform/identity/caller.js';
import type { Subgraph } from '../../../platform/subgraph/subgraph-endpoint.js';
import { askSubgraph } from '../../builders/ask-subgraph.js';
import type { LayeredDatabase, Subject } from './layered.js';

/** The numbers of the rows that a caller is shown of something, by some of the layers. */
export type SeenBy = (caller: Caller, subject: Subject) => Promise<number[]>;

/** The subgraph past the gateway: what it answers who asks it itself. */
export function askedOf({ openOver }: LayeredDatabase, db: DataSource): SeenBy {
  let subgraph: Promise<Subgraph> | null = null;
  return async (caller, { document }) =>
    ascending(numbersIn((await askSubgraph(await (subgraph ??= openOver(db)), caller, document)).data));
}

/** No guard and no condition: a statement that forgot both. */
export function bareStatement({ db }: LayeredDatabase): SeenBy {
  return async (caller, subject) => {
    const found = await withCaller(db, caller, (tx) => tx.query<{ id: string }[]>(everyRow(subject)));
    return ascending(found.map(({ id }) => numberOf(id)));
  };
}

/** The statement that asks for every row of a table. */
export function everyRow({ table, key }: Subject): string {
  return `select ${key ?? 'id'} as id from ${table}`;
}

/** Whether the database itself holds to it: the other tables stand open, and the subgraph alone does. */
export function isHeldToBelow({ key }: Subject): boolean {
  return key !== null;
}

export function ascending(numbers: readonly number[]): number[] {
  return [...new Set(numbers)].sort((a, b) => a - b);
}

/** The last four digits tell which row it is. */
function numberOf(id: string): number {
  return Number(/\d{4}(?=\D*$)/.exec(id)?.[0]);
}

/** The numbers of all identifiers in an answer, however deep. */
function numbersIn(value: unknown): number[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, below]) =>
    key === 'id' && typeof below === 'string' ? [numberOf(below)] : numbersIn(below),
  );
}
