import type { Environment } from '../../platform/process/environment.js';
import type { DevelopmentIdentity } from '../identity/development-identity.js';
import type { SubgraphName } from '../subgraphs.js';
import type { HubConfig } from './config.js';

/** What both forms of the hub stand on: a database that is up to date, and the keys of the tokens that it believes. */
export interface HubBase {
  readonly config: Pick<HubConfig, 'host' | 'port' | 'dataFolder' | 'logLevel'>;
  readonly environment: Environment;
  /** Address of the database for each subgraph, as its own role. */
  readonly subgraphUrls: Readonly<Record<SubgraphName, string>>;
  readonly identity: DevelopmentIdentity;
}
