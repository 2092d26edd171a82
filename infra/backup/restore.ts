import { resolve } from 'node:path';
import { runCommand, WrongWords } from '../commands/run-command.js';
import { contentKeysFile, sealerOfFile } from '../content-keys/content-keys-file.js';
import { erasuresFile } from '../data-subject/erasures-file.js';
import { readEnvironment, toHubConfig } from '../hub/config.js';
import { restoreHub } from './restore-hub.js';

const usage = `npm run restore -- <folder>
  Puts a backup into a data folder without data, or into the database of DATABASE_URL where no hub has been; does again
  what was erased since (ERASURES_FILE). Put the keys back first: the folder identity of DATA_DIR.`;

await runCommand(usage, async (args) => {
  const [folder, ...more] = args;
  if (folder === undefined || more.length > 0) throw new WrongWords('Say from which folder.');
  const environment = readEnvironment();
  const config = toHubConfig(environment);
  const sealer = sealerOfFile(await contentKeysFile(config.dataFolder, environment));
  const erasures = erasuresFile(config.dataFolder, environment);
  const restored = await restoreHub(config, { folder: resolve(folder), sealer, erasures });
  const { rows, madeAt, erased } = restored;
  console.log(`${rows} rows as of ${madeAt} are back; ${erased} cases that were erased since are erased again.`);
  console.log('Partners that follow events are told to fetch everything anew. npm start goes on from here.');
});
