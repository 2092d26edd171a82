import { runCommand } from '../commands/run-command.js';
import { contentKeysFile, sealerOfFile } from '../content-keys/content-keys-file.js';
import { withHubDatabase } from '../database/with-hub-database.js';
import { readEnvironment, toHubConfig } from '../hub/config.js';
import { answerSubject } from './answer-subject.js';
import { erasuresFile } from './erasures-file.js';
import { readAsked } from './arguments.js';

const usage = `npm run subject -- held <case> --by <name>
  What is held of a case by its number or identifier: where, how much, which fields.
npm run subject -- export <case> --by <name>
  Writes all of it to a file of JSON.
npm run subject -- correct <case> <field> <value> --by <name>
  Corrects one field; several values between commas, '' to empty it.
npm run subject -- erase <case> --by <name> [--release-holds]
  Removes the case everywhere but from the audit, and prints the proof. The same again says that it was done.
  --by              on whose order, such as the privacy officer: it is written down
  --release-holds   also while a place is held for it, which is given up`;

await runCommand(usage, async (args) => {
  const asked = readAsked(args);
  const environment = readEnvironment();
  const config = toHubConfig(environment);
  await withHubDatabase(config, async (ownerUrl) => {
    const sealer = sealerOfFile(await contentKeysFile(config.dataFolder, environment));
    const erasures = erasuresFile(config.dataFolder, environment);
    console.log(await answerSubject(ownerUrl, { sealer, erasures }, asked));
  });
});
