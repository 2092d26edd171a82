import { parseArgs } from 'node:util';
import { hubUrl, readEnvironment, toHubConfig } from '../hub/config.js';
import { developmentToken } from '../identity/development-identity.js';
import { readProvider } from '../identity/token-arguments.js';
import { tokenClaims } from '../identity/token-claims.js';
import { describeLine, isIncomplete } from '../import/describe-import.js';
import { importProgress } from '../import/import-progress.js';
import { sendFile } from '../import/send-file.js';
import { runCommand, WrongWords } from './run-command.js';

const usage = `npm run import -- <file> [--organisation rietvink] [--professionals] [--dry-run] [--atomic]
  Sends figures from a CSV, XLSX or NDJSON file to the hub that runs, as a planner of an organisation; npm run template makes one.
  --organisation   key of a care provider; otherwise the first
  --professionals  the file holds professionals (CSV, XLSX, NDJSON) instead of figures
  --dry-run        shows what would change; nothing is stored
  --atomic         the whole file or nothing
  --key            a key of this import: the same file sent again under it is not done twice
  --url            another hub than HOST and PORT say`;

const options = {
  organisation: { type: 'string' },
  professionals: { type: 'boolean', default: false },
  'dry-run': { type: 'boolean', default: false },
  atomic: { type: 'boolean', default: false },
  key: { type: 'string' },
  url: { type: 'string' },
} as const;

const tokenMinutes = 5;

await runCommand(usage, async (args) => {
  const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
  const [path, ...others] = positionals;
  if (path === undefined || others.length > 0) throw new WrongWords('Name one file.');
  const config = toHubConfig(readEnvironment());
  const organisation = readProvider(values.organisation);
  const claims = tokenClaims('provider-planner', { organisation });
  const progress = importProgress(process.stderr);
  const lines = sendFile({
    path,
    url: values.url ?? hubUrl(config),
    route: values.professionals ? '/import/professionals' : '/import',
    token: await developmentToken(config.dataFolder, claims, tokenMinutes),
    isRehearsal: values['dry-run'],
    isAtomic: values.atomic,
    key: values.key,
    onBytes: (bytes, total) => progress.bytes(bytes, total),
  });
  const told: string[] = [];
  // a file that is broken off has no summary
  process.exitCode = 1;
  try {
    for await (const line of lines) {
      if (line.kind === 'progress') progress.rows(Number(line['rows']));
      if (line.kind === 'summary' && !isIncomplete(line)) process.exitCode = 0;
      told.push(...[describeLine(line)].filter((text) => text !== null));
    }
  } finally {
    progress.end();
  }
  for (const line of told) console.log(line);
});
