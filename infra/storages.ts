import type { SubgraphStorage } from '../platform/database.js';
import { subgraphNames, type SubgraphName } from './subgraphs.js';

/** What each subgraph keeps in the database. */
export const storages: Partial<Record<SubgraphName, SubgraphStorage>> = {};
for (const name of subgraphNames) {
  const module = (await import(`../subgraphs/${name}/storage.js`).catch((error: unknown) => {
    console.error(`(${name}: ${String(error)})`);
    return {};
  })) as Record<string, SubgraphStorage>;
  const storage = module[`${name}Storage`];
  if (storage) storages[name] = storage;
}
