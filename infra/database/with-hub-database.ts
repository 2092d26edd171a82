import { ConfigurationError } from '../../platform/process/environment.js';
import { dataFolderHolder, openDataFolder } from '../data-folder.js';
import { runningPostgresUrl } from '../postgres/embedded.js';
import { readExistingSecrets } from './secrets.js';
import type { HubConfig } from '../hub/config.js';
import { databaseName, openHubDatabase } from './hub-database.js';
import { trackOpened } from '../hub/opened.js';

/** Does work on the hub's database, as its owner: on that of the hub that runs, else on one started for this alone. */
export async function withHubDatabase(config: HubConfig, work: (ownerUrl: string) => Promise<void>): Promise<void> {
  if ((await dataFolderHolder(config.dataFolder)) !== null) return work(await databaseOfRunningHub(config));
  const opened = trackOpened();
  try {
    const folder = await openDataFolder(config.dataFolder);
    opened.add(() => folder.release());
    await work((await openHubDatabase(config, opened)).ownerUrl);
  } finally {
    await opened.close();
  }
}

async function databaseOfRunningHub({ dataFolder, databaseUrl }: HubConfig): Promise<string> {
  if (databaseUrl !== null) return databaseUrl;
  const { owner } = await readExistingSecrets(dataFolder);
  const url = await runningPostgresUrl(dataFolder, owner, databaseName);
  if (url === null) throw new ConfigurationError('The hub is starting or stopping: try again in a moment.');
  return url;
}
