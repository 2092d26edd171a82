import { runCommand } from '../commands/run-command.js';
import { contentKeysFile, sealerOfFile } from '../content-keys/content-keys-file.js';
import { sealStored } from '../content-keys/seal-stored.js';
import { withHubDatabase } from '../database/with-hub-database.js';
import { readEnvironment, toHubConfig } from '../hub/config.js';

const usage = `npm run migrate
  Brings the database up to date, and seals with the newest key what is kept sealed; the parts of a hub are started after it.`;

await runCommand(usage, async () => {
  const environment = readEnvironment();
  const config = toHubConfig(environment);
  await withHubDatabase(config, async (ownerUrl) => {
    await sealStored(ownerUrl, sealerOfFile(await contentKeysFile(config.dataFolder, environment)));
  });
  console.log('The database is up to date.');
});
