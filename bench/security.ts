import { readFileSync } from 'node:fs';
import { documentsOf, explosions } from '../gateway/testing/explosions.js';
import { openTestGateway, type TestGateway } from '../gateway/testing/test-gateway.js';
import { atMost } from './tools/goals.js';
import { median } from './tools/median.js';
import { digits, report } from './tools/report.js';

// How long the door is busy with documents that were written to keep it busy, of up to 15,000 characters, against the planner of the
// whole hub: each at several sizes, the slowest size of each family by the median of its rounds.

const rounds = 9;
const goalMs = 50;
const root = new URL('../../', import.meta.url);
const supergraph = readFileSync(new URL('gateway/supergraph.graphql', root), 'utf8');

const gateway = await openTestGateway({ supergraph });
const rows: (string | number)[][] = [];
const slowest: number[] = [];
for (const explosion of explosions) {
  const { count, longest, refused, slowestMs } = await measure(gateway, documentsOf(explosion));
  rows.push([explosion.name, count, longest, refused, digits(slowestMs, 1)]);
  slowest.push(slowestMs);
}
await report({
  name: 'security',
  head: ['family', 'documents', 'longest', 'refused', 'slowest, ms'],
  rows,
  goals: [atMost('the door busy with the worst document', Math.max(...slowest), goalMs, 'ms')],
});
await gateway.close();

interface Measured {
  readonly count: number;
  readonly longest: number;
  readonly refused: number;
  readonly slowestMs: number;
}

async function measure(hub: TestGateway, documents: readonly string[]): Promise<Measured> {
  const medians: number[] = [];
  let refused = 0;
  for (const query of documents) {
    const times: number[] = [];
    let status = 0;
    for (let round = 0; round < rounds; round += 1) {
      // a plan is kept by the text of its document: another text is planned anew
      const startedAt = performance.now();
      ({ status } = await hub.ask(`${query} #${round}`));
      times.push(performance.now() - startedAt);
    }
    medians.push(median(times));
    if (status === 400) refused += 1;
  }
  const longest = Math.max(...documents.map(({ length }) => length));
  return { count: documents.length, longest, refused, slowestMs: Math.max(...medians) };
}
