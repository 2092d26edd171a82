import { withDataFolder, startHub } from './tools/measured-hub.js';
import { residentMegabytes } from './tools/memory.js';
import { atMost } from './tools/goals.js';
import { median } from './tools/median.js';
import { roundsWanted } from './tools/profile.js';
import { digits, report } from './tools/report.js';
import { developmentToken } from '../infra/identity/development-identity.js';

// How long does it take from the start of a hub over data that it has to its first answer, PostgreSQL included? `npm run bench:start`.

const rounds = roundsWanted(7);
const question =
  '{ options(need: { municipalityCode: "0995", birthYear: 2014, rungs: [FOSTER] }, first: 10) { totalCount } }';

await withDataFolder(async (folder) => {
  const first = await startHub(folder);
  await first.stop();
  const token = await developmentToken(folder, { sub: 'bench', roles: ['care-broker'], region: 'flevoland' }, 600);
  const seconds: number[] = [];
  const megabytes: number[] = [];
  for (let round = -1; round < rounds; round += 1) {
    const began = performance.now();
    const hub = await startHub(folder);
    await ask(hub.port, token);
    const took = (performance.now() - began) / 1_000;
    const rss = await residentMegabytes(hub.processId);
    await hub.stop();
    if (round < 0) continue;
    seconds.push(took);
    megabytes.push(rss);
  }
  const head = ['what', 'median', 'lowest', 'highest'];
  await report({
    name: 'start',
    head,
    rows: [
      ['seconds to the first answer', ...spread(seconds, 2)],
      ['megabytes then, without PostgreSQL', ...spread(megabytes, 0)],
    ],
    goals: [
      atMost('start to the first answer', median(seconds), 4, 's'),
      atMost('memory of the hub then, without PostgreSQL', median(megabytes), 350, 'MB'),
    ],
  });
});

function spread(values: readonly number[], count: number): number[] {
  return [median(values), Math.min(...values), Math.max(...values)].map((value) => digits(value, count));
}

async function ask(port: number, token: string): Promise<void> {
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
  const body = JSON.stringify({ query: question });
  const response = await fetch(`http://127.0.0.1:${port}/graphql`, { method: 'POST', headers, body });
  const { errors } = (await response.json()) as { errors?: unknown[] };
  if (errors) throw new Error('the first question was not answered');
}
