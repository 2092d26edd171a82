import { developmentToken } from '../identity/development-identity.js';
import { readTokenArguments, tokenUsage } from '../identity/token-arguments.js';
import { readEnvironment, toHubConfig } from '../hub/config.js';
import { runCommand } from './run-command.js';

await runCommand(tokenUsage, async (args) => {
  const { claims, minutes } = readTokenArguments(args);
  const { dataFolder } = toHubConfig(readEnvironment());
  console.log(await developmentToken(dataFolder, claims, minutes));
});
