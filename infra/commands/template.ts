import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { askHub, type AskedHub } from '../answer/ask-hub.js';
import { ConfigurationError } from '../../platform/process/environment.js';
import { hubUrl, readEnvironment, toHubConfig } from '../hub/config.js';
import { developmentToken } from '../identity/development-identity.js';
import { readProvider } from '../identity/token-arguments.js';
import { commandClaims } from '../identity/token-claims.js';
import { findOwnOffers } from '../template/own-offers.js';
import { findOwnProfessionals } from '../template/own-professionals.js';
import { professionalsFile } from '../template/professionals-file.js';
import { templateFile } from '../template/template-file.js';
import { runCommand } from './run-command.js';

const usage = `npm run template [-- --organisation rietvink] [--professionals] [--file cijfers.xlsx]
  Writes a spreadsheet with the offers of an organisation and their last figures, to fill in and to send with npm run import.
  --organisation   key of a care provider; otherwise the first
  --professionals  its professionals as the hub knows them, instead of its offers
  --file           where to write it; otherwise cijfers-<organisation>.xlsx or medewerkers-<organisation>.xlsx here
  --url            another hub than HOST and PORT say`;

const options = {
  organisation: { type: 'string' },
  professionals: { type: 'boolean', default: false },
  file: { type: 'string' },
  url: { type: 'string' },
} as const;
const tokenMinutes = 1;

/** What is written, and how it is told. */
interface Written {
  readonly name: string;
  readonly told: string;
  readonly flag: string;
  readonly file: Buffer;
}

async function write(hub: AskedHub, isOfProfessionals: boolean): Promise<Written> {
  if (isOfProfessionals) {
    const people = await findOwnProfessionals(hub);
    const told = `${people.length} professionals. Mend it`;
    return { name: 'medewerkers', told, flag: ' --professionals', file: await professionalsFile(people) };
  }
  const offers = await findOwnOffers(hub);
  return { name: 'cijfers', told: `${offers.length} offers. Fill it in`, flag: '', file: await templateFile(offers) };
}

await runCommand(usage, async (args) => {
  const { values } = parseArgs({ args, options });
  const config = toHubConfig(readEnvironment());
  const organisation = readProvider(values.organisation);
  const claims = commandClaims('provider-planner', { organisation });
  const token = await developmentToken(config.dataFolder, claims, tokenMinutes);
  const { name, told, flag, file } = await write(askHub(values.url ?? hubUrl(config), token), values.professionals);
  const path = values.file ?? `${name}-${organisation.key}.xlsx`;
  await writeFile(path, file).catch(() => {
    throw new ConfigurationError(`${path} cannot be written: name another place with --file.`);
  });
  const words = `npm run import -- ${path}${flag} --organisation ${organisation.key} --dry-run`;
  console.log(`${path}: ${told}, then: ${words}`);
});
