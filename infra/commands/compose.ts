import { readFile, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { ConfigurationError } from '../../platform/process/environment.js';
import { schemaFiles, type SchemaFile } from '../supergraph/schema-files.js';
import { runCommand } from './run-command.js';

const usage = `npm run compose [-- --check]
  Writes the schema of each subgraph, the supergraph of the gateway and docs/rights.md, as the code has them now.
  --check   writes nothing; fails when a file is out of date`;

await runCommand(usage, async (args) => {
  const { values } = parseArgs({ args, options: { check: { type: 'boolean', default: false } } });
  const outdated = await filter(await schemaFiles(), isOutdated);
  const paths = outdated.map(({ path }) => path).join(', ');
  if (values.check && outdated.length > 0) {
    throw new ConfigurationError(`Out of date: ${paths}. Run npm run compose and commit the result.`);
  }
  for (const { path, text } of outdated) await writeFile(path, text);
  console.log(outdated.length > 0 ? `Written: ${paths}` : 'The schema files and docs/rights.md are up to date.');
});

async function isOutdated({ path, text }: SchemaFile): Promise<boolean> {
  return (await readFile(path, 'utf8').catch(() => null)) !== text;
}

async function filter<T>(items: readonly T[], holds: (item: T) => Promise<boolean>): Promise<T[]> {
  const held = await Promise.all(items.map(holds));
  return items.filter((_, index) => held[index]);
}
