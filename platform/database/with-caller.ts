import { escapeLiteral, type PoolClient } from 'pg';
import type { DataSource, EntityManager } from 'typeorm';
import type { PostgresDriver } from 'typeorm/driver/postgres/PostgresDriver.js';
import { PostgresQueryRunner } from 'typeorm/driver/postgres/PostgresQueryRunner.js';
import { HubError } from '../errors/errors.js';
import type { Caller } from '../identity/caller.js';
import { storableCaller } from '../identity/storable-caller.js';

/**
 * Does the work of one request in one transaction that knows who is asking: row level security reads `hub.caller`, which ends with
 * it. No connection is taken before the first statement. Throws DATABASE_UNAVAILABLE when what was done could not be
 * committed: then nothing of the work may be told.
 */
export async function withCaller<T>(
  db: DataSource,
  caller: Caller,
  work: (tx: EntityManager) => Promise<T>,
): Promise<T> {
  const runner = new CallerRunner(db.driver as PostgresDriver, caller);
  try {
    const result = await work(db.createEntityManager(runner));
    await runner.commit();
    return result;
  } catch (error) {
    await runner.rollback();
    throw error;
  } finally {
    await runner.release();
  }
}

/** One connection, from its first statement on in a transaction of the caller; its statements go one after the other. */
export class CallerRunner extends PostgresQueryRunner {
  private client: PoolClient | null = null;
  private begun: Promise<PoolClient> | null = null;
  private last: Promise<unknown> = Promise.resolve();

  constructor(
    driver: PostgresDriver,
    private readonly caller: Caller,
  ) {
    super(driver, 'master');
  }

  override connect(): Promise<PoolClient> {
    return (this.begun ??= this.begin());
  }

  override query<R>(sql: string, parameters?: unknown[], isStructured?: boolean): Promise<R> {
    const next = this.last.then(() => super.query(sql, parameters, isStructured) as Promise<R>);
    this.last = next.catch(() => undefined);
    return next;
  }

  /** A transaction in which a statement failed cannot be committed: PostgreSQL answers ROLLBACK. */
  async commit(): Promise<void> {
    await this.last;
    if (!this.client) return;
    const { command } = await this.client.query('commit');
    if (command !== 'COMMIT') throw new HubError('DATABASE_UNAVAILABLE');
  }

  /** A connection on which not even this is possible is broken: the pool drops it. */
  async rollback(): Promise<void> {
    await this.last;
    await this.client?.query('rollback').catch(() => undefined);
  }

  private async begin(): Promise<PoolClient> {
    const client = (await super.connect()) as PoolClient;
    this.client = client;
    await client.query(
      `begin; select set_config('hub.caller', ${escapeLiteral(JSON.stringify(storableCaller(this.caller)))}, true)`,
    );
    return client;
  }
}
