import type { TokenRules } from '../../gateway/authenticate/authenticate.js';
import type { IdentitySettings } from '../../gateway/identity/open-identity.js';
import type { Environment } from '../../platform/process/environment.js';
import type { BelievedIssuer } from '../identity/believed-issuer.js';
import type { SubgraphName } from '../subgraphs.js';
import type { HubConfig } from './config.js';

/** What a hub in one process stands on: a database that is up to date, and the keys of the tokens that it believes. */
export interface ServiceBase {
  readonly config: Pick<HubConfig, 'host' | 'port' | 'logLevel'>;
  readonly environment: Environment;
  /** Address of the database for each subgraph, as its own role. */
  readonly subgraphUrls: Readonly<Record<SubgraphName, string>>;
  /** Where the gateway keeps what it knows of its callers. */
  readonly callers: IdentitySettings;
  readonly identity: TokenRules;
}

/** What both forms of the hub stand on; with it, parts of the hub can be started in other processes. */
export interface HubBase extends ServiceBase {
  readonly config: Pick<HubConfig, 'host' | 'port' | 'dataFolder' | 'logLevel'>;
  readonly identity: BelievedIssuer;
}
