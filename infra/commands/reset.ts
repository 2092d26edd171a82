import { rm, rmdir } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ConfigurationError } from '../../platform/process/environment.js';
import { withClient } from '../database/client.js';
import { explainDatabaseError } from '../database/explain-error.js';
import { openDataFolder } from '../data-folder.js';
import { readEnvironment, toHubConfig } from '../hub/config.js';
import { clusterFolder, removeCluster } from '../postgres/cluster.js';
import { stopOrphan } from '../postgres/orphan.js';
import { storageNames } from '../subgraphs.js';
import { runCommand } from './run-command.js';

const usage = `npm run reset [-- --yes]
  Wipes the data of this hub: the next start loads the demonstration region again.
  --yes   needed with DATABASE_URL: also there only the schemas of this hub are dropped`;

await runCommand(usage, async (args) => {
  const { values } = parseArgs({ args, options: { yes: { type: 'boolean', default: false } } });
  const { dataFolder, databaseUrl } = toHubConfig(readEnvironment());
  if (databaseUrl !== null && !values.yes)
    throw new ConfigurationError('This drops the schemas of the hub from the database of DATABASE_URL: add -- --yes.');
  const folder = await openDataFolder(dataFolder);
  try {
    await (databaseUrl === null ? wipe(dataFolder) : dropSchemas(databaseUrl));
  } finally {
    await folder.release();
  }
  await rmdir(dataFolder).catch(() => undefined);
  console.log('The data is wiped. npm start begins anew.');
});

/** The login roles stay: another database of the same server may use them. */
async function dropSchemas(url: string): Promise<void> {
  await withClient(url, async (client) => {
    for (const name of storageNames) await client.query(`drop schema if exists ${name} cascade`);
    await client.query('drop function if exists public.hub_now()');
  }).catch((error: unknown) => {
    throw explainDatabaseError(error);
  });
}

/** Only what the hub itself made: the folder may hold other things. A server that a killed hub left behind is stopped first. */
async function wipe(folder: string): Promise<void> {
  await stopOrphan(clusterFolder(folder));
  await removeCluster(folder);
  for (const name of ['postgres.log', 'database-secrets.json', 'identity'])
    await rm(join(folder, name), { recursive: true, force: true });
}
