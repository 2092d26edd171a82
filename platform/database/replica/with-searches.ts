import type { DataSource, EntityManager } from 'typeorm';
import type { PostgresDriver } from 'typeorm/driver/postgres/PostgresDriver.js';
import { PostgresQueryRunner } from 'typeorm/driver/postgres/PostgresQueryRunner.js';
import type { Caller } from '../../identity/caller.js';
import { hasWritten } from '../../idempotency/own-writes.js';
import { sqlState } from '../transaction.js';
import { CallerRunner } from '../with-caller.js';
import { replayedStatement, type Replayed, type Replica } from './replica.js';
import { countSearches, type SearchedAt } from './replica-telemetry.js';
import { replicasOf, type Replicas } from './replicas.js';

/**
 * Does work with a handle for its searches: reads that may be some seconds old, but not older than what their caller wrote or is told of. They go to a copy of
 * the database where one is near enough, in a transaction of the same caller, and over `tx` itself where none is or the copy fails. Without
 * copies the handle is `tx`.
 */
export async function withSearches<T>(
  db: DataSource,
  caller: Caller,
  tx: EntityManager,
  work: (searching: EntityManager) => Promise<T>,
): Promise<T> {
  const replicas = replicasOf(db);
  const primary = tx.queryRunner;
  if (!replicas || !(primary instanceof CallerRunner)) return work(tx);
  const runner = new SearchRunner(db.driver as PostgresDriver, primary, () => begin(replicas, tx, caller));
  try {
    return await work(db.createEntityManager(runner));
  } finally {
    await runner.end();
  }
}

/** A transaction on a copy. */
interface Searching {
  readonly replica: Replica;
  readonly runner: CallerRunner;
  readonly count: (answered: SearchedAt) => void;
}

/** A transaction on a copy, if there is one to use for this caller. */
async function begin(replicas: Replicas, tx: EntityManager, caller: Caller): Promise<Searching | null> {
  const count = (answered: SearchedAt): void => countSearches(replicas.pool, answered);
  // a copy may not hold yet what a screen is told of, and nobody would ask again
  if (caller.isLive === true) {
    count('primary_live');
    return null;
  }
  const replica = replicas.choose();
  const source = replica?.source();
  if (!replica || !source) {
    count('primary_no_replica');
    return null;
  }
  if (await hasWritten(tx, caller, replicas.mostBehindMs)) {
    count('primary_own_write');
    return null;
  }
  const searching = { replica, runner: new CallerRunner(source.driver as PostgresDriver, caller), count };
  if (!(await isNear(replicas, searching))) return leftAlone(searching);
  count('replica');
  return searching;
}

async function isNear(replicas: Replicas, { runner }: Searching): Promise<boolean> {
  return runner.query<Replayed>(replayedStatement).then(
    (replayed) => replicas.isNear(replayed),
    () => false,
  );
}

/** A copy that failed is left to itself; one that hangs keeps nobody waiting. */
function leftAlone({ replica, runner, count }: Searching): null {
  replica.leave();
  count('primary_replica_failed');
  void finish(runner);
  return null;
}

async function finish(runner: CallerRunner): Promise<void> {
  await runner.rollback();
  await runner.release();
}

/** SQLSTATE of a statement that took too long: elsewhere it would take as long. */
const tookTooLong = '57014';

/** Sends each statement to a copy for as long as that answers, and then to the transaction of the request. */
class SearchRunner extends PostgresQueryRunner {
  private begun: Promise<Searching | null> | null = null;

  constructor(
    driver: PostgresDriver,
    private readonly primary: CallerRunner,
    private readonly begin: () => Promise<Searching | null>,
  ) {
    super(driver, 'master');
  }

  override async query<R>(sql: string, parameters?: unknown[], isStructured?: boolean): Promise<R> {
    const begun = (this.begun ??= this.begin());
    const searching = await begun;
    if (searching) {
      try {
        return await searching.runner.query<R>(sql, parameters, isStructured);
      } catch (error) {
        if (sqlState(error) === tookTooLong) throw error;
        // the others of this request go to the primary as well: time does not run back within it
        if (this.begun === begun) this.begun = Promise.resolve(leftAlone(searching));
      }
    }
    return this.primary.query<R>(sql, parameters, isStructured);
  }

  /** Nothing was written: there is nothing to commit. */
  async end(): Promise<void> {
    const searching = await this.begun?.catch(() => null);
    if (searching) await finish(searching.runner);
  }
}
