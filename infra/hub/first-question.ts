import { askHub } from '../answer/ask-hub.js';
import { describeSearch } from '../answer/describe-search.js';
import { searchForCase } from '../answer/search.js';
import { terminalWidth } from '../answer/terminal-width.js';
import { developmentToken } from '../identity/development-identity.js';
import { commandClaims } from '../identity/token-claims.js';

const caseNumber = 'FL-26-0042';
const optionsShown = 10;
const tokenMinutes = 1;

/** Does the hub's main job once, as a care broker over HTTP: what can be found for one case of the demonstration region. */
export async function askFirstQuestion(url: string, dataFolder: string): Promise<void> {
  const hub = askHub(url, await developmentToken(dataFolder, commandClaims('care-broker'), tokenMinutes));
  const search = await searchForCase(hub, caseNumber, optionsShown);
  if (search) console.log(`\n${await describeSearch(hub, search, terminalWidth(process.stdout))}`);
}
