import { parseArgs } from 'node:util';
import { ConfigurationError } from '../../platform/process/environment.js';
import { growDemonstration, loadDemonstration, subgraphsToLoad } from '../demonstration/load.js';
import { readEnvironment, toHubConfig } from '../hub/config.js';
import { withHubDatabase } from '../database/with-hub-database.js';
import { runCommand } from './run-command.js';

const mostRegions = 1_000;

const usage = `npm run seed -- --regions <number>
  Makes the demonstration country as many regions large, each as dense as the first: 1 to ${mostRegions}.
  Regions that are there already stay. Works while the hub runs and while it does not.`;

await runCommand(usage, async (args) => {
  const { values } = parseArgs({ args, options: { regions: { type: 'string' } } });
  const regions = readNumber(values.regions);
  const start = performance.now();
  const seconds = (): string => ((performance.now() - start) / 1_000).toFixed(1);

  await withHubDatabase(toHubConfig(readEnvironment()), async (ownerUrl) => {
    await loadDemonstration(ownerUrl, () => undefined, await subgraphsToLoad(ownerUrl));
    console.log(`Making ${regions} regions …`);
    await growDemonstration(ownerUrl, regions, (subgraph) => console.log(`  ${subgraph}: done after ${seconds()} s`));
  });
  console.log(`The country has ${regions} regions.`);
});

function readNumber(text: string | undefined): number {
  const number = Number(text);
  if (Number.isInteger(number) && number >= 1 && number <= mostRegions) return number;
  throw new ConfigurationError(`Say how many regions, 1 to ${mostRegions}: npm run seed -- --regions 100`);
}
