import { parseArgs } from 'node:util';
import { runCommand, WrongWords } from '../commands/run-command.js';
import { withHubDatabase } from '../database/with-hub-database.js';
import { readEnvironment, toHubConfig } from '../hub/config.js';
import { describeOutliers, findOutliers } from './outliers.js';
import { describeChain, findAccesses, verifyAudit, writeAccesses } from './audit.js';

const usage = `npm run audit -- verify
  Follows the chains of seals over every access that was written down; exit code 1 when it is broken or has a gap.
npm run audit -- export [--object <id>] [--user <subject>] > accesses.csv
  Who looked at what, when, why and by which question, the newest first: of one case or professional, by one user, or all.
npm run audit -- outliers [--days <1 to 366>]
  Who read far more cases in the last days (7, unless said), worked outside office hours, was refused or opened restricted cases more
  often than others of the same role: more than is usual, and than three times the median of the others.`;

const commands = ['verify', 'export', 'outliers'];
const mostDays = 366;

await runCommand(usage, async (args) => {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { object: { type: 'string' }, user: { type: 'string' }, days: { type: 'string', default: '7' } },
  });
  const [command, ...others] = positionals;
  if (others.length > 0 || !commands.includes(command ?? '')) throw new WrongWords('Say verify, export or outliers.');
  const days = readDays(values.days);
  await withHubDatabase(toHubConfig(readEnvironment()), async (ownerUrl) => {
    if (command === 'export') return writeAccesses(findAccesses(ownerUrl, values), process.stdout);
    if (command === 'outliers') {
      console.log(describeOutliers(await findOutliers(ownerUrl, days), days));
      return;
    }
    for (const chain of await verifyAudit(ownerUrl)) {
      console.log(describeChain(chain));
      if (chain.brokenAt !== null || chain.unsealed > 0) process.exitCode = 1;
    }
  });
});

function readDays(text: string): number {
  const days = Number(text);
  if (Number.isInteger(days) && days >= 1 && days <= mostDays) return days;
  throw new WrongWords(`--days must be a whole number from 1 to ${mostDays}.`);
}
