import { withContenders, type Contender } from './gateway/contenders.js';
import { ask, round, type Round } from './gateway/round.js';
import { median } from './tools/median.js';
import { digits, report } from './tools/report.js';

// How many times as fast is a plan that was compiled as the stock executor of @apollo/gateway, and as other gateways? One question over three
// hops, 50 entities and 30 kB, the same subgraphs in a process of their own, each gateway in one of its own, asked in turns.
// `npm run bench:gateway`.

const base = 'stock';
const rounds = Number(process.env['BENCH_ROUNDS'] ?? 5);
const roundMs = Number(process.env['BENCH_ROUND_MS'] ?? 3_000);

type Rounds = ReadonlyMap<string, readonly Round[]>;

await withContenders(async (contenders) => {
  await checkAnswers(contenders);
  const rows: (string | number)[][] = [];
  for (const clients of [1, 16, 64]) rows.push(...rowsOf(clients, await roundsOf(contenders, clients)));
  const head = ['clients', 'gateway', 'answers/s', `x ${base}`, 'CPU ms', 'p50 ms', 'p99 ms', 'memory MB'];
  await report({ name: 'gateway', head, rows });
});

async function checkAnswers(contenders: readonly Contender[]): Promise<void> {
  // some end it with a new line
  const answers = await Promise.all(contenders.map(async ({ pool }) => (await ask(pool)).trim()));
  const [first = ''] = answers;
  const others = contenders.filter((_, at) => answers[at] !== first).map(({ name }) => name);
  if (others.length > 0) throw new Error(`another answer from ${others.join(', ')}: nothing is measured`);
  console.log(`one answer of ${(Buffer.byteLength(first) / 1_000).toFixed(1)} kB from all, to the byte`);
}

async function roundsOf(contenders: readonly Contender[], clients: number): Promise<Rounds> {
  const found = new Map<string, Round[]>(contenders.map(({ name }) => [name, []]));
  for (let number = -1; number < rounds; number += 1)
    for (const { name, pool } of contenders) {
      const one = await round(pool, clients, roundMs);
      if (number >= 0) found.get(name)?.push(one);
    }
  return found;
}

function rowsOf(clients: number, found: Rounds): (string | number)[][] {
  const bases = found.get(base) ?? [];
  return [...found].map(([name, all]) => {
    const of = (field: keyof Round): number => median(all.map((one) => one[field]));
    const ratio = median(all.map(({ perSecond }, at) => perSecond / (bases[at]?.perSecond ?? NaN)));
    const [cpu, p50, p99] = [digits(of('cpuMs'), 2), digits(of('p50'), 1), digits(of('p99'), 1)];
    return [clients, name, Math.round(of('perSecond')), digits(ratio, 2), cpu, p50, p99, Math.round(of('rssMb'))];
  });
}
