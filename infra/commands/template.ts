import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { askHub } from '../answer/ask-hub.js';
import { ConfigurationError } from '../../platform/process/environment.js';
import { hubUrl, readEnvironment, toHubConfig } from '../hub/config.js';
import { developmentToken } from '../identity/development-identity.js';
import { readProvider } from '../identity/token-arguments.js';
import { commandClaims } from '../identity/token-claims.js';
import { findOwnOffers } from '../template/own-offers.js';
import { templateFile } from '../template/template-file.js';
import { runCommand } from './run-command.js';

const usage = `npm run template [-- --organisation rietvink] [--file cijfers.xlsx]
  Writes a spreadsheet with the offers of an organisation and their last figures, to fill in and to send with npm run import.
  --organisation   key of a care provider; otherwise the first
  --file           where to write it; otherwise cijfers-<organisation>.xlsx here
  --url            another hub than HOST and PORT say`;

const options = { organisation: { type: 'string' }, file: { type: 'string' }, url: { type: 'string' } } as const;
const tokenMinutes = 1;

await runCommand(usage, async (args) => {
  const { values } = parseArgs({ args, options });
  const config = toHubConfig(readEnvironment());
  const organisation = readProvider(values.organisation);
  const claims = commandClaims('provider-planner', { organisation });
  const token = await developmentToken(config.dataFolder, claims, tokenMinutes);
  const offers = await findOwnOffers(askHub(values.url ?? hubUrl(config), token));
  const path = values.file ?? `cijfers-${organisation.key}.xlsx`;
  await writeFile(path, await templateFile(offers)).catch(() => {
    throw new ConfigurationError(`${path} cannot be written: name another place with --file.`);
  });
  console.log(
    `${path}: ${offers.length} offers. Fill it in, then: npm run import -- ${path} --organisation ${organisation.key} --dry-run`,
  );
});
