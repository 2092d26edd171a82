import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { ConfigurationError, integer, oneOf, type Environment } from '../../platform/process/environment.js';
import { toPublicUrl } from '../../gateway/identity/public-url.js';
import { logLevels } from '../../platform/process/logger.js';

/** What a whole hub must know before it starts. */
export interface HubConfig {
  readonly host: string;
  readonly port: number;
  /** Folder of the embedded database, the passwords and the development keys. */
  readonly dataFolder: string;
  /** An existing PostgreSQL, as a user who may make roles and schemas; `null` means the embedded one. */
  readonly databaseUrl: string | null;
  /** Under which address people and systems know the hub. */
  readonly publicUrl: URL;
  readonly logLevel: (typeof logLevels)[number];
}

/** The variables of the process, and of the file .env where the process itself has not set them. */
export function readEnvironment(): Environment {
  if (existsSync('.env')) process.loadEnvFile('.env');
  return process.env;
}

/** Checks every setting. Throws a ConfigurationError that names the one to mend. */
export function toHubConfig(environment: Environment): HubConfig {
  const host = environment['HOST'] || '127.0.0.1';
  const port = integer(environment, 'PORT', { default: 4000, min: 1, max: 65_535 });
  return {
    host,
    port,
    publicUrl: toPublicUrl(environment, hubUrl({ host, port })),
    dataFolder: resolve(environment['DATA_DIR'] || '.data'),
    databaseUrl: databaseUrl(environment['DATABASE_URL']),
    logLevel: oneOf(environment, 'LOG_LEVEL', logLevels, 'warn'),
  };
}

/** Where a person on this machine reaches a hub with these settings. */
export function hubUrl({ host, port }: Pick<HubConfig, 'host' | 'port'>): string {
  const name = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host;
  return `http://${name.includes(':') ? `[${name}]` : name}:${port}`;
}

function databaseUrl(text: string | undefined): string | null {
  if (text === undefined || text === '') return null;
  const isAddress = URL.canParse(text) && /^postgres(ql)?:$/.test(new URL(text).protocol);
  if (!isAddress || new URL(text).pathname.length < 2)
    throw new ConfigurationError('DATABASE_URL must look like postgres://user:password@host:5432/database.');
  return text;
}
