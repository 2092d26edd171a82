import type { CryptoKey } from 'jose';
import { startBackground, type Background } from '../background/background.js';
import type { BackgroundTask } from '../background/repeat.js';
import { databaseSettings } from '../database/database-settings.js';
import { openDatabase, type DatabaseOptions, type DataSource, type SubgraphStorage } from '../database/database.js';
import { onHost, replicaSettings } from '../database/replica/replica-settings.js';
import { openReplicas, type Replicas } from '../database/replica/replicas.js';
import { readContentKeys } from '../secrecy/content-keys.js';
import { sealerWith, type Sealer } from '../secrecy/sealer.js';
import { oneOf, type Environment } from '../process/environment.js';
import type { Logger } from '../process/logger.js';
import { openEndpoint, type Subgraph, type SubgraphEndpoint } from './subgraph-endpoint.js';

export type PlanBackground = (db: DataSource, environment: Environment, logger: Logger) => readonly BackgroundTask[];

/** What one subgraph is, wherever it runs: its storage, its answers and the work that it does unasked. */
export interface SubgraphProgram {
  readonly storage: SubgraphStorage;
  open(db: DataSource, environment: Environment): Promise<Subgraph>;
  /** Tasks over a pool of their own. */
  readonly background?: PlanBackground;
}

export interface OpenProgramOptions {
  /** Address of the database, as the subgraph's own role. */
  readonly url: string;
  /** Public key of the gateway, with which its internal tokens are checked. */
  readonly gatewayKey: CryptoKey;
  readonly environment: Environment;
  readonly logger: Logger;
  /** Told of every statement that requests send. */
  readonly onStatement?: (sql: string) => void;
}

/**
 * Opens a subgraph and starts its background work; it is ready when both are. With BACKGROUND=off it only answers: another process
 * over the same database does the work. Throws a ConfigurationError for a setting that lacks or is wrong.
 */
export async function openProgram(program: SubgraphProgram, options: OpenProgramOptions): Promise<SubgraphEndpoint> {
  const { url, gatewayKey, environment, logger, onStatement } = options;
  const pool = {
    ...databaseSettings(environment),
    ...sealing(environment),
    url,
    applicationName: `thuisbasis-${program.storage.schema}`,
  };
  const db = await openDatabase(program.storage, { ...pool, ...(onStatement && { onStatement }) });
  const replicas = replicasFor(db, program.storage, pool, options);
  const endpoint = await openEndpoint(await program.open(db, environment), gatewayKey, logger);
  const background = await backgroundOf(program, options).catch(async (error: unknown) => {
    await endpoint.close();
    throw error;
  });
  return {
    ...endpoint,
    async close() {
      await background?.close();
      await replicas?.close();
      await endpoint.close();
    },
  };
}

/** The copies of the database, where the environment names any. */
function replicasFor(
  db: DataSource,
  storage: SubgraphStorage,
  { applicationName, ...pool }: DatabaseOptions,
  { environment, logger }: OpenProgramOptions,
): Replicas | null {
  const settings = replicaSettings(environment);
  if (settings.hosts.length === 0) return null;
  const open = (host: string): Promise<DataSource> =>
    openDatabase(storage, {
      ...pool,
      url: onHost(pool.url, host),
      applicationName: `${applicationName}-replica`,
      answerWithinMs: pool.statementTimeoutMs,
    });
  return openReplicas(db, { ...settings, pool: applicationName, logger, open });
}

/** No subgraph starts without keys: each knows again by them what it was sent before, and most keep texts sealed. */
function sealing(environment: Environment): { sealer: Sealer } {
  return { sealer: sealerWith(readContentKeys(environment)) };
}

async function backgroundOf(
  program: SubgraphProgram,
  { url, environment, logger }: OpenProgramOptions,
): Promise<Background | null> {
  const { storage, background } = program;
  const isWanted = oneOf(environment, 'BACKGROUND', ['on', 'off'], 'on') === 'on';
  return background && isWanted
    ? startBackground({ storage, url, logger, ...sealing(environment) }, (db) => background(db, environment, logger))
    : null;
}
