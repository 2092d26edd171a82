import type { CryptoKey } from 'jose';
import type { Environment } from '../../platform/process/environment.js';
import type { Logger } from '../../platform/process/logger.js';
import type { SubgraphEndpoint } from '../../platform/subgraph/subgraph-endpoint.js';
import { openProgram, type SubgraphProgram } from '../../platform/subgraph/subgraph-program.js';
import { capacityProgram } from '../../subgraphs/capacity/server.js';
import { casesProgram } from '../../subgraphs/cases/server.js';
import { peopleProgram } from '../../subgraphs/people/server.js';
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

const programs: Readonly<Record<SubgraphName, SubgraphProgram>> = {
  cases: casesProgram,
  capacity: capacityProgram,
  people: peopleProgram,
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

function openSubgraph(name: SubgraphName, options: SubgraphsOptions): Promise<SubgraphEndpoint> {
  const { urls, onStatement, ...shared } = options;
  return openProgram(programs[name], {
    ...shared,
    url: urls[name],
    ...(onStatement && { onStatement: (sql) => onStatement(name, sql) }),
  });
}
