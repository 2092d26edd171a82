import { openDatabase, type DataSource } from '../../platform/database.js';
import { storages } from '../storages.js';
import { subgraphNames, type SubgraphName } from '../subgraphs.js';

/** Writes the demonstration region for one subgraph and tells how many rows it has written since the last call. */
export type Loader = (database: DataSource, progress: (rows: number) => void) => Promise<void>;

const loaders: Partial<Record<SubgraphName, Loader>> = {};
for (const name of subgraphNames) {
  const module = (await import(`./${name}.js`).catch(() => ({}))) as Record<string, Loader>;
  const loader = module[`load${name.charAt(0).toUpperCase()}${name.slice(1)}`];
  if (loader) loaders[name] = loader;
}

const statementTimeoutMs = 600_000;

/** Loads the demonstration region into a migrated database, as its owner. */
export async function loadDemonstration(ownerUrl: string, progress: (rows: number) => void): Promise<void> {
  for (const name of subgraphNames) {
    const storage = storages[name];
    if (!storage) continue;
    const database = await openDatabase(storage, {
      url: ownerUrl,
      applicationName: 'thuisbasis-load',
      poolSize: 1,
      statementTimeoutMs,
    });
    try {
      await loaders[name]?.(database, progress);
    } finally {
      await database.destroy();
    }
  }
}
