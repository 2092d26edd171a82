import { parseArgs } from 'node:util';
import { runCommand, WrongWords } from '../commands/run-command.js';
import { withHubDatabase } from '../database/with-hub-database.js';
import { readEnvironment, toHubConfig } from '../hub/config.js';
import { describeChain, findAccesses, verifyAudit, writeAccesses } from './audit.js';

const usage = `npm run audit -- verify
  Follows the chains of seals over every access that was written down; exit code 1 when it is broken or has a gap.
npm run audit -- export [--object <id>] [--user <subject>] > accesses.csv
  Who looked at what, when, why and by which question, the newest first: of one case or professional, by one user, or all.`;

await runCommand(usage, async (args) => {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { object: { type: 'string' }, user: { type: 'string' } },
  });
  const [command, ...others] = positionals;
  if (others.length > 0 || (command !== 'verify' && command !== 'export'))
    throw new WrongWords('Say verify or export.');
  await withHubDatabase(toHubConfig(readEnvironment()), async (ownerUrl) => {
    if (command === 'export') return writeAccesses(findAccesses(ownerUrl, values), process.stdout);
    for (const chain of await verifyAudit(ownerUrl)) {
      console.log(describeChain(chain));
      if (chain.brokenAt !== null || chain.unsealed > 0) process.exitCode = 1;
    }
  });
});
