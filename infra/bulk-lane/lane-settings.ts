import { readCallerKeys } from '../../gateway/keys.js';
import { integer, oneOf, required, type Environment } from '../../platform/process/environment.js';
import { logLevels } from '../../platform/process/logger.js';
import type { ServiceBase } from '../hub/hub-base.js';
import { subgraphNames, type StorageName, type SubgraphName } from '../subgraphs.js';

/** Few: its work is done two at a time. */
const poolSize = '4';

/** What the hub tells its lane for bulk, as variables of its process. */
export function laneSettings({ subgraphUrls, callers }: ServiceBase, port: number): NodeJS.ProcessEnv {
  const urls = subgraphNames.map((name) => [variable(name), subgraphUrls[name]] as const);
  return {
    ...Object.fromEntries<string>(urls),
    [variable('gateway')]: callers.databaseUrl,
    PUBLIC_URL: callers.publicUrl.href,
    OAUTH_KEYS_FILE: callers.keysFile,
    HOST: '127.0.0.1',
    PORT: String(port),
    BACKGROUND: 'off',
    DATABASE_POOL_SIZE: poolSize,
    DATABASE_URL: undefined,
  };
}

/** What the lane stands on, read from the variables that `laneSettings` and the tokens gave. */
export async function laneBase(environment: Environment): Promise<ServiceBase> {
  const urls = subgraphNames.map((name) => [name, required(environment, variable(name))]);
  return {
    environment,
    config: {
      host: required(environment, 'HOST'),
      port: integer(environment, 'PORT', { default: 0, min: 1, max: 65_535 }),
      logLevel: oneOf(environment, 'LOG_LEVEL', logLevels, 'warn'),
    },
    subgraphUrls: Object.fromEntries(urls) as Record<SubgraphName, string>,
    callers: {
      databaseUrl: required(environment, variable('gateway')),
      publicUrl: new URL(required(environment, 'PUBLIC_URL')),
      keysFile: required(environment, 'OAUTH_KEYS_FILE'),
    },
    identity: {
      issuer: required(environment, 'TOKEN_ISSUER'),
      audience: required(environment, 'TOKEN_AUDIENCE'),
      callerKeys: await readCallerKeys(environment),
    },
  };
}

function variable(name: StorageName): string {
  return `${name.toUpperCase()}_DATABASE_URL`;
}
