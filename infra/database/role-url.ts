import type { DatabaseSecrets } from './secrets.js';
import { subgraphNames, type StorageName, type SubgraphName } from '../subgraphs.js';

/** The login role of a subgraph or the gateway: it reads and writes its own schema and no other. */
export function loginRole(name: StorageName): string {
  return `thuisbasis_${name}`;
}

/** The same database, as the login role of a subgraph or the gateway; settings in the query part stay. */
export function roleUrl(ownerUrl: string, name: StorageName, secrets: DatabaseSecrets): string {
  const url = new URL(ownerUrl);
  url.username = loginRole(name);
  url.password = secrets[name];
  return url.href;
}

export function subgraphUrls(ownerUrl: string, secrets: DatabaseSecrets): Record<SubgraphName, string> {
  const entries = subgraphNames.map((name) => [name, roleUrl(ownerUrl, name, secrets)]);
  return Object.fromEntries(entries) as Record<SubgraphName, string>;
}
