import { runCommand, WrongWords } from '../commands/run-command.js';
import { readEnvironment, toHubConfig } from '../hub/config.js';
import { addContentKey, contentKeysFile } from './content-keys-file.js';

const usage = `npm run keys -- rotate
  Adds a key for the texts that the hub keeps sealed. From the next start on all of them are sealed with it.
  Keep a copy of the file of keys away from the database and its backups: without it those texts cannot be read.`;

await runCommand(usage, async ([word, ...rest]) => {
  if (word !== 'rotate' || rest.length > 0) throw new WrongWords('Say what to do.');
  const environment = readEnvironment();
  const file = await contentKeysFile(toHubConfig(environment).dataFolder, environment);
  console.log(`Key ${await addContentKey(file)} stands in ${file}: start the hub again to seal with it.`);
});
