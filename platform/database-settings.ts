import type { DatabaseOptions } from './database.js';
import { integer, type Environment } from './environment.js';

/** How a subgraph uses its database, unless the environment says otherwise. */
export function databaseSettings(environment: Environment): Pick<DatabaseOptions, 'poolSize' | 'statementTimeoutMs'> {
  return {
    poolSize: integer(environment, 'DATABASE_POOL_SIZE', { default: 10, min: 1, max: 200 }),
    statementTimeoutMs: integer(environment, 'STATEMENT_TIMEOUT_MS', { default: 1_000, min: 50, max: 600_000 }),
  };
}
