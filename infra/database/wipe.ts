import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { clusterFolder, removeCluster } from '../postgres/cluster.js';
import { stopOrphan } from '../postgres/orphan.js';
import { storageNames } from '../subgraphs.js';
import { withClient } from './client.js';
import { explainDatabaseError } from './explain-error.js';

/** Removes the embedded database. A server that a killed hub left behind is stopped first; keys stay where they are. */
export async function wipeCluster(dataFolder: string): Promise<void> {
  await stopOrphan(clusterFolder(dataFolder));
  await removeCluster(dataFolder);
  for (const name of ['postgres.log', 'database-secrets.json']) await rm(join(dataFolder, name), { force: true });
}

/** Drops what is the hub's from a database. The login roles stay: another database of the same server may use them. */
export async function dropSchemas(url: string): Promise<void> {
  await withClient(url, async (client) => {
    for (const name of storageNames) await client.query(`drop schema if exists ${name} cascade`);
    await client.query('drop function if exists public.hub_now()');
  }).catch((error: unknown) => {
    throw explainDatabaseError(error);
  });
}
