import { rm, rmdir } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ConfigurationError } from '../../platform/process/environment.js';
import { dropSchemas, wipeCluster } from '../database/wipe.js';
import { openDataFolder } from '../data-folder.js';
import { readEnvironment, toHubConfig } from '../hub/config.js';
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

/** Only what the hub itself made: the folder may hold other things. */
async function wipe(folder: string): Promise<void> {
  await wipeCluster(folder);
  await rm(join(folder, 'identity'), { recursive: true, force: true });
}
