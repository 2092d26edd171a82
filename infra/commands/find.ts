import { ConfigurationError } from '../../platform/process/environment.js';
import { askHub, type AskedHub } from '../answer/ask-hub.js';
import { describeSearch } from '../answer/describe-search.js';
import { searchForCase, searchForNeed, type Search } from '../answer/search.js';
import { terminalWidth } from '../answer/terminal-width.js';
import { hubUrl, readEnvironment, toHubConfig } from '../hub/config.js';
import { developmentToken } from '../identity/development-identity.js';
import { commandClaims } from '../identity/token-claims.js';
import { findUsage, readFindArguments, type FindArguments } from './find-arguments.js';
import { runCommand } from './run-command.js';

const tokenMinutes = 1;

await runCommand(findUsage, async (args) => {
  const wishes = readFindArguments(args);
  const config = toHubConfig(readEnvironment());
  const token = await developmentToken(config.dataFolder, commandClaims('care-broker'), tokenMinutes);
  const hub = askHub(wishes.url ?? hubUrl(config), token);
  const found = await search(hub, wishes);
  console.log(wishes.isJson ? found.answer.text : await describeSearch(hub, found, terminalWidth(process.stdout)));
  if (!found.options) process.exitCode = 1;
});

async function search(hub: AskedHub, { question, first }: FindArguments): Promise<Search> {
  if (question.kind === 'need') return searchForNeed(hub, question.need, first);
  const found = await searchForCase(hub, question.number, first);
  if (found) return found;
  throw new ConfigurationError(`A care broker of Flevoland sees no case ${question.number}.`);
}
