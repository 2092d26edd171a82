import type { CryptoKey } from 'jose';
import { openDatabase, type DataSource } from '../../platform/database.js';
import { databaseSettings } from '../../platform/database-settings.js';
import type { Environment } from '../../platform/environment.js';
import type { Logger } from '../../platform/logger.js';
import { openEndpoint, type Subgraph, type SubgraphEndpoint } from '../../platform/subgraph-endpoint.js';
import { toCapacityConfig } from '../../subgraphs/capacity/config.js';
import { openCapacity } from '../../subgraphs/capacity/server.js';
import { openCases } from '../../subgraphs/cases/server.js';
import { openPeople } from '../../subgraphs/people/server.js';
import { storages } from '../storages.js';
import { subgraphNames, type SubgraphName } from '../subgraphs.js';
import type { Opened } from './opened.js';

export interface SubgraphsOptions {
  /** Address of the database for each subgraph, as its own role. */
  readonly urls: Readonly<Record<SubgraphName, string>>;
  /** Public key of the gateway. */
  readonly gatewayKey: CryptoKey;
  readonly environment: Environment;
  readonly logger: Logger;
  /** Told of every statement that a subgraph sends: tests count with it. */
  readonly onStatement?: (subgraph: SubgraphName, sql: string) => void;
}

const openers: Readonly<Record<SubgraphName, (db: DataSource, environment: Environment) => Promise<Subgraph>>> = {
  cases: openCases,
  capacity: (db, environment) => openCapacity(db, toCapacityConfig(environment)),
  people: openPeople,
};

/** Opens the three subgraphs in this process, one after the other: building one's schema would keep another from connecting. */
export async function openSubgraphs(
  options: SubgraphsOptions,
  opened: Opened,
): Promise<Record<SubgraphName, SubgraphEndpoint>> {
  const endpoints: Partial<Record<SubgraphName, SubgraphEndpoint>> = {};
  for (const name of subgraphNames) {
    const endpoint = await openSubgraph(name, options);
    opened.add(() => endpoint.close());
    endpoints[name] = endpoint;
  }
  return endpoints as Record<SubgraphName, SubgraphEndpoint>;
}

async function openSubgraph(name: SubgraphName, options: SubgraphsOptions): Promise<SubgraphEndpoint> {
  const { urls, gatewayKey, environment, logger, onStatement } = options;
  const db = await openDatabase(storages[name], {
    ...databaseSettings(environment),
    url: urls[name],
    applicationName: `thuisbasis-${name}`,
    ...(onStatement && { onStatement: (sql) => onStatement(name, sql) }),
  });
  return openEndpoint(await openers[name](db, environment), gatewayKey, logger);
}
