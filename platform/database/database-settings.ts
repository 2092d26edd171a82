import type { DatabaseOptions } from './database.js';
import { integer, type Environment } from '../process/environment.js';

/** How a subgraph uses its database, unless the environment says otherwise. */
export function databaseSettings(
  environment: Environment,
): Pick<DatabaseOptions, 'poolSize' | 'poolWaitMs' | 'statementTimeoutMs'> {
  return {
    poolSize: integer(environment, 'DATABASE_POOL_SIZE', { default: 10, min: 1, max: 200 }),
    poolWaitMs: integer(environment, 'DATABASE_POOL_WAIT_MS', { default: 300, min: 10, max: 60_000 }),
    statementTimeoutMs: integer(environment, 'STATEMENT_TIMEOUT_MS', { default: 1_000, min: 50, max: 600_000 }),
  };
}
