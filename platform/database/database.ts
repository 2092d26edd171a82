import { types } from 'pg';
import { DataSource, type EntitySchema, type Logger as StatementLogger, type MigrationInterface } from 'typeorm';
import type { PersonalData } from '../personal-data/personal-data.js';
import { sealWith, type SealedColumn } from '../secrecy/database-sealer.js';
import type { Sealer } from '../secrecy/sealer.js';
import { watchPool } from './database-telemetry.js';
import { PreparedClient } from './prepared-client.js';

export { DataSource, type EntityManager } from 'typeorm';

/** What a subgraph keeps in PostgreSQL: its own schema, its tables and the steps that made them, oldest first. */
export interface SubgraphStorage {
  readonly schema: string;
  readonly entities: readonly (EntitySchema | (new () => unknown))[];
  readonly migrations: readonly (new () => MigrationInterface)[];
  /** Where it knows data subjects, if it does. */
  readonly personalData?: PersonalData;
  /** Where it keeps what people wrote in their own words about a child: sealed, whoever writes it. */
  readonly sealed?: readonly SealedColumn[];
  /** Functions that follow from lists in the code: made anew, by their whole names, whenever the schemas are brought up to date. */
  readonly functions?: readonly string[];
}

/** Work for others than the caller: what a hold that ends does for who waits, and what runs beside the requests. */
export type Duty = 'turns' | 'background';

export interface DatabaseOptions {
  readonly url: string;
  /** Shown in pg_stat_activity. */
  readonly applicationName: string;
  readonly poolSize: number;
  readonly statementTimeoutMs: number;
  /** How long a request waits for a free connection, 300 ms unless told otherwise. */
  readonly poolWaitMs?: number;
  /** The duty of whatever is done over this pool, for work that nobody asks for (`hub_on_duty`). */
  readonly duty?: Duty;
  /** How long an answer is waited for, where the server itself may hang: a copy need not be waited for. */
  readonly answerWithinMs?: number;
  /** What seals and opens texts; without it what is sealed can be neither written nor read. */
  readonly sealer?: Sealer;
  /** Told of every statement sent: tests count with it. */
  readonly onStatement?: (sql: string) => void;
}

/** Limits beneath the gateway's own: a lock 300 ms, an idle transaction 5 s, a free connection 300 ms. */
const lockTimeoutMs = 300;
const idleInTransactionMs = 5_000;
const defaultPoolWaitMs = 300;
/** Connections that are kept when nobody asks: making one costs more than most statements. */
const keptConnections = 2;
const startAttempts = 20;

// Days stay text, as they are in GraphQL; counts and decimals are numbers: none here passes 2^53.
types.setTypeParser(types.builtins.DATE, (text) => text);
types.setTypeParser(types.builtins.INT8, Number);
types.setTypeParser(types.builtins.NUMERIC, Number);

class StatementListener implements StatementLogger {
  constructor(private readonly listen: (sql: string) => void) {}

  logQuery(sql: string): void {
    this.listen(sql);
  }

  logQueryError(): void {}
  logQuerySlow(): void {}
  logSchemaBuild(): void {}
  logMigration(): void {}
  log(): void {}
}

/** Opens a pool on one subgraph's schema. Nothing is synchronised: tables come from migrations only. */
export async function openDatabase(storage: SubgraphStorage, options: DatabaseOptions): Promise<DataSource> {
  const { onStatement } = options;
  const source = new DataSource({
    type: 'postgres',
    url: options.url,
    schema: storage.schema,
    entities: [...storage.entities],
    migrations: [...storage.migrations],
    migrationsTableName: 'migration',
    migrationsTransactionMode: 'each',
    synchronize: false,
    logging: onStatement !== undefined,
    ...(onStatement && { logger: new StatementListener(onStatement) }),
    applicationName: options.applicationName,
    poolSize: options.poolSize,
    connectTimeoutMS: options.poolWaitMs ?? defaultPoolWaitMs,
    poolErrorHandler: () => undefined,
    extra: {
      Client: PreparedClient,
      min: keptConnections,
      statement_timeout: options.statementTimeoutMs,
      lock_timeout: lockTimeoutMs,
      query_timeout: options.answerWithinMs,
      idle_in_transaction_session_timeout: idleInTransactionMs,
      // compiling short statements costs more than running them
      options: `-c search_path=${storage.schema},public -c timezone=UTC -c jit=off${options.duty ? ` -c hub.duty=${options.duty}` : ''}`,
    },
  });
  if (options.sealer) sealWith(source, options.sealer);
  await connect(source);
  watchPool(options.applicationName, source);
  return source;
}

/** The pool waits for a connection as long as a request may; a start, while the process is busy with itself, may take longer. */
async function connect(source: DataSource): Promise<DataSource> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await source.initialize();
    } catch (error) {
      const isTimeout = error instanceof Error && /timeout/i.test(error.message);
      if (!isTimeout || attempt === startAttempts) throw error;
    }
  }
}
