import type { DatabaseSecrets } from './secrets.js';
import { subgraphNames, type SubgraphName } from '../subgraphs.js';

/** The login role of a subgraph: it reads and writes its own schema and no other. */
export function loginRole(subgraph: SubgraphName): string {
  return `thuisbasis_${subgraph}`;
}

/** The same database, as the login role of a subgraph; settings in the query part stay. */
export function subgraphUrl(ownerUrl: string, subgraph: SubgraphName, secrets: DatabaseSecrets): string {
  const url = new URL(ownerUrl);
  url.username = loginRole(subgraph);
  url.password = secrets[subgraph];
  return url.href;
}

export function subgraphUrls(ownerUrl: string, secrets: DatabaseSecrets): Record<SubgraphName, string> {
  const entries = subgraphNames.map((name) => [name, subgraphUrl(ownerUrl, name, secrets)]);
  return Object.fromEntries(entries) as Record<SubgraphName, string>;
}
