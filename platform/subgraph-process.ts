import { importJWK, type CryptoKey, type JWK } from 'jose';
import { openDatabase, type DataSource, type SubgraphStorage } from './database.js';
import { databaseSettings } from './database-settings.js';
import { ConfigurationError, integer, oneOf, required, type Environment } from './environment.js';
import { createLogger, describeError, logLevels } from './logger.js';
import { announceReady, stopWithProcess } from './process-life.js';
import { openEndpoint, type Subgraph } from './subgraph-endpoint.js';
import { serveSubgraph } from './subgraph-http.js';

/** What makes one subgraph out of the process that every subgraph has. */
export interface SubgraphProcess {
  readonly storage: SubgraphStorage;
  open(db: DataSource, environment: Environment): Promise<Subgraph>;
}

interface SubgraphConfig {
  readonly host: string;
  readonly port: number;
  readonly databaseUrl: string;
  readonly database: ReturnType<typeof databaseSettings>;
  /** Public key of the gateway, with which its internal tokens are checked. */
  readonly gatewayKey: CryptoKey;
  readonly logLevel: string;
}

/** Runs one subgraph behind HTTP until the process is told to stop. A wrong setting is one line on standard error and exit code 1. */
export async function runSubgraph(subgraph: SubgraphProcess, environment: Environment): Promise<void> {
  try {
    stopWithProcess(await start(subgraph, environment));
    announceReady();
  } catch (error) {
    process.stderr.write(`${subgraph.storage.schema}: ${reason(error)}\n`);
    // what was opened before the fault would keep the process alive
    process.exit(1);
  }
}

/** Opens everything and gives what closes it again, the door first. */
async function start(subgraph: SubgraphProcess, environment: Environment): Promise<() => Promise<void>> {
  const config = await toConfig(environment);
  const name = subgraph.storage.schema;
  const logger = createLogger(name, config.logLevel);
  const db = await openDatabase(subgraph.storage, {
    ...config.database,
    url: config.databaseUrl,
    applicationName: `thuisbasis-${name}`,
  });
  const endpoint = await openEndpoint(await subgraph.open(db, environment), config.gatewayKey, logger);
  const http = await serveSubgraph(endpoint, config.host, config.port);
  return async () => {
    await http.close();
    await endpoint.close();
  };
}

async function toConfig(environment: Environment): Promise<SubgraphConfig> {
  return {
    host: environment['HOST'] ?? '127.0.0.1',
    port: integer(environment, 'PORT', { default: 0, min: 0, max: 65_535 }),
    databaseUrl: required(environment, 'DATABASE_URL'),
    database: databaseSettings(environment),
    gatewayKey: await publicKey(required(environment, 'GATEWAY_PUBLIC_KEY')),
    logLevel: oneOf(environment, 'LOG_LEVEL', logLevels, 'info'),
  };
}

async function publicKey(text: string): Promise<CryptoKey> {
  try {
    const key = await importJWK(JSON.parse(text) as JWK, 'EdDSA');
    if (!(key instanceof Uint8Array)) return key;
  } catch {
    // falls through: whatever cannot be read as a key is refused alike
  }
  throw new ConfigurationError('GATEWAY_PUBLIC_KEY must be an Ed25519 public key as JWK.');
}

function reason(error: unknown): string {
  return error instanceof ConfigurationError ? error.message : JSON.stringify(describeError(error));
}
