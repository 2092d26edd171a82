import { importJWK, type CryptoKey, type JWK } from 'jose';
import { ConfigurationError, integer, oneOf, required, type Environment } from '../process/environment.js';
import { createLogger, logLevels } from '../process/logger.js';
import { announceReady, startOrEnd, stopWithProcess } from '../process/process-life.js';
import { openTelemetry } from '../telemetry/telemetry.js';
import { serveSubgraph } from './subgraph-http.js';
import { openProgram, type SubgraphProgram } from './subgraph-program.js';

interface SubgraphConfig {
  readonly host: string;
  readonly port: number;
  readonly databaseUrl: string;
  /** Public key of the gateway, with which its internal tokens are checked. */
  readonly gatewayKey: CryptoKey;
  readonly logLevel: string;
}

/** Runs one subgraph behind HTTP until the process is told to stop. A wrong setting is one line on standard error and exit code 1. */
export async function runSubgraph(program: SubgraphProgram, environment: Environment): Promise<void> {
  await startOrEnd(program.storage.schema, async () => {
    stopWithProcess(await start(program, environment));
    announceReady();
  });
}

/** Opens everything and gives what closes it again, the door first. */
async function start(program: SubgraphProgram, environment: Environment): Promise<() => Promise<void>> {
  const config = await toConfig(environment);
  const { databaseUrl: url, gatewayKey } = config;
  const logger = createLogger(program.storage.schema, config.logLevel);
  const closeTelemetry = await openTelemetry(program.storage.schema, environment);
  const endpoint = await openProgram(program, { url, gatewayKey, environment, logger });
  const http = await serveSubgraph(endpoint, config.host, config.port);
  return async () => {
    await http.close();
    await endpoint.close();
    await closeTelemetry();
  };
}

async function toConfig(environment: Environment): Promise<SubgraphConfig> {
  return {
    host: environment['HOST'] ?? '127.0.0.1',
    port: integer(environment, 'PORT', { default: 0, min: 0, max: 65_535 }),
    databaseUrl: required(environment, 'DATABASE_URL'),
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
