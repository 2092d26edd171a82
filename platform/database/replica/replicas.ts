import { repeat } from '../../background/repeat.js';
import type { Logger } from '../../process/logger.js';
import type { DataSource } from '../database.js';
import { PrimaryHistory } from './primary-history.js';
import { behindMs, replicaOn, type Replayed, type Replica } from './replica.js';
import type { ReplicaSettings } from './replica-settings.js';
import { watchReplicas } from './replica-telemetry.js';

/** The copies of one database. */
export interface Replicas {
  /** The pool of all requests, as metrics call it. */
  readonly pool: string;
  readonly mostBehindMs: number;
  /** A copy that is near enough as far as is known, each in its turn; null where none is. */
  choose(): Replica | null;
  /** Whether one that answers so is near enough: behind one name may be several. */
  isNear(replayed: Replayed): boolean;
  close(): Promise<void>;
}

export interface ReplicasOptions extends ReplicaSettings {
  readonly pool: string;
  readonly logger: Logger;
  /** Opens the database on another host. */
  readonly open: (host: string) => Promise<DataSource>;
}

const lookEveryMs = 1_000;
const position = `select (pg_current_wal_lsn() - '0/0')::bigint as bytes`;

const known = new WeakMap<DataSource, Replicas>();

/** The copies to which searches over this database may go, where it has any. */
export function replicasOf(db: DataSource): Replicas | undefined {
  return known.get(db);
}

/** Watches the copies of a database from now on. None of them need be there. */
export function openReplicas(db: DataSource, options: ReplicasOptions): Replicas {
  const { pool, mostBehindMs, hosts, open, logger } = options;
  const history = new PrimaryHistory();
  const replicas = hosts.map((host) => replicaOn(host, history, () => open(host)));
  const run = (): Promise<void> => look(db, history, replicas);
  const looking = repeat({ name: 'replicas', everyMs: lookEveryMs, run }, pool, logger);
  const unwatch = watch(pool, replicas);
  let turn = 0;
  const opened: Replicas = {
    pool,
    mostBehindMs,
    choose() {
      const usable = replicas.filter((replica) => replica.behindMs() <= mostBehindMs);
      return usable[turn++ % usable.length] ?? null;
    },
    isNear: (replayed) => behindMs(history, replayed) <= mostBehindMs,
    async close() {
      unwatch();
      await looking.stop();
      await Promise.all(replicas.map((replica) => replica.close()));
    },
  };
  known.set(db, opened);
  return opened;
}

/** The moment is taken first: what was committed before it lies below the position. */
async function look(db: DataSource, history: PrimaryHistory, replicas: readonly Replica[]): Promise<void> {
  const atMs = performance.now();
  const rows: { bytes: number }[] = await db.query(position);
  for (const { bytes } of rows) history.note({ atMs, bytes });
  await Promise.all(replicas.map((replica) => replica.look()));
}

function watch(pool: string, replicas: readonly Replica[]): () => void {
  return watchReplicas((gauge) => {
    for (const replica of replicas) {
      const behind = replica.behindMs();
      if (Number.isFinite(behind)) gauge.set({ pool, replica: replica.host }, behind / 1_000);
    }
  });
}
