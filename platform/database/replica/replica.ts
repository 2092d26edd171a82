import type { DataSource } from '../database.js';
import type { PrimaryHistory } from './primary-history.js';

/** Copies of the database that follow it by streaming replication and are reached under one name. */
export interface Replica {
  readonly host: string;
  /** Its pool, once it was reached. */
  source(): DataSource | null;
  /** How far the copy was behind that was looked at last, in milliseconds; Infinity where none answers or follows. */
  behindMs(): number;
  /** Looks how far it is; whatever fails makes it unusable until the next look. */
  look(): Promise<void>;
  /** Leaves it alone until the next look: it failed somebody. */
  leave(): void;
  close(): Promise<void>;
}

/** What asks a copy how far it is. A server that was made the primary meanwhile follows nobody. */
export const replayedStatement = `select case when pg_is_in_recovery() then (pg_last_wal_replay_lsn() - '0/0')::bigint end as bytes`;
export type Replayed = readonly { readonly bytes: number | null }[];

/** How far behind a copy is by what it answered, in milliseconds. */
export function behindMs(history: PrimaryHistory, [row]: Replayed): number {
  return typeof row?.bytes === 'number' ? history.behindMs(row.bytes, performance.now()) : Infinity;
}

/** A copy that is reached by `open`, as soon as it is there. */
export function replicaOn(host: string, history: PrimaryHistory, open: () => Promise<DataSource>): Replica {
  let opened: DataSource | null = null;
  let last: Replayed = [];
  return {
    host,
    source: () => opened,
    behindMs: () => behindMs(history, last),
    async look() {
      try {
        opened ??= await open();
        last = await opened.query(replayedStatement);
      } catch {
        last = [];
      }
    },
    leave() {
      last = [];
    },
    close: async () => opened?.destroy(),
  };
}
