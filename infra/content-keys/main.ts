import { runCommand, WrongWords } from '../commands/run-command.js';
import { openDataFolder } from '../data-folder.js';
import { readEnvironment, toHubConfig } from '../hub/config.js';
import { addContentKey, contentKeysFile } from './content-keys-file.js';

const usage = `npm run keys -- rotate
  Adds a key for the texts that the hub keeps sealed, while it does not run. From the next start on all of them are sealed with it.
  Keep a copy of the file of keys away from the database and its backups: without it those texts cannot be read.`;

await runCommand(usage, async ([word, ...rest]) => {
  if (word !== 'rotate' || rest.length > 0) throw new WrongWords('Say what to do.');
  const environment = readEnvironment();
  const { dataFolder } = toHubConfig(environment);
  // parts of a hub that runs could not open what another part seals with a key that they do not have
  const folder = await openDataFolder(dataFolder);
  try {
    const file = await contentKeysFile(dataFolder, environment);
    console.log(`Key ${await addContentKey(file)} stands in ${file}: the next start seals with it.`);
  } finally {
    await folder.release();
  }
});
