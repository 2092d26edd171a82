import { resolve } from 'node:path';
import { runCommand, WrongWords } from '../commands/run-command.js';
import { withHubDatabase } from '../database/with-hub-database.js';
import { readEnvironment, toHubConfig } from '../hub/config.js';
import { makeBackup } from './make-backup.js';

const usage = `npm run backup -- <folder>
  Writes all that the hub holds to a new folder, as of one moment, while the hub goes on or rests.
  The keys are not in it: keep a copy of the folder identity of DATA_DIR elsewhere.`;

await runCommand(usage, async (args) => {
  const [folder, ...more] = args;
  if (folder === undefined || more.length > 0) throw new WrongWords('Say which folder to write.');
  await withHubDatabase(toHubConfig(readEnvironment()), async (ownerUrl) => {
    const { tables, madeAt } = await makeBackup(ownerUrl, resolve(folder));
    const rows = tables.reduce((sum, table) => sum + table.rows, 0);
    console.log(`${rows} rows of ${tables.length} tables as of ${madeAt} are in ${folder}.`);
  });
});
