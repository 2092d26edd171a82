import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { flagshipOf } from './tools/flagship.js';
import { inTurns } from './tools/in-turns.js';
import { withMeasuredHub, type MeasuredHub } from './tools/measured-hub.js';
import { median } from './tools/median.js';
import { percentile } from './tools/percentile.js';

// Did the one query of a broker become slower than it was in another version? `npm run bench:against -- <folder>`, a checkout that was
// built there (`npm run check`): both hubs run beside each other, each over a database of its own, and are asked in turns.

const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error('Name the folder of the other version: npm run bench:against -- ../earlier');
const other = pathToFileURL(resolve(folder, 'dist') + '/');

await withMeasuredHub((hub) => withMeasuredHub((earlier) => compare(hub, earlier), { built: other }));

async function compare(hub: MeasuredHub, earlier: MeasuredHub): Promise<void> {
  const ways = { earlier: await flagshipOf(earlier), now: await flagshipOf(hub) };
  if (optionsIn(await ways.earlier()) !== optionsIn(await ways.now()))
    throw new Error('the answers differ: nothing is measured');
  const times = await inTurns(ways, { rounds: 300, warmUp: 50 });
  const base = median(times['earlier'] ?? []);
  for (const [name, all] of Object.entries(times))
    console.log(
      `the flagship, ${name.padEnd(8)} median ${median(all).toFixed(2).padStart(7)} ms   p95 ${percentile(all, 95).toFixed(2).padStart(7)} ms   ${(median(all) / base).toFixed(3)} x`,
    );
}

/** How many options an answer tells of, for figures age between two answers; fails for an answer with errors. */
function optionsIn(answer: string): number {
  const { data, errors } = JSON.parse(answer) as {
    data?: { case?: { options?: { edges: unknown[] } } };
    errors?: unknown[];
  };
  const count = data?.case?.options?.edges.length ?? 0;
  if (errors !== undefined || count === 0) throw new Error('the flagship was not answered');
  return count;
}
