import { withContenders } from './gateway/contenders.js';
import { atLeast, atMost, type Goal } from './tools/goals.js';
import { roundMsWanted, roundsWanted } from './tools/profile.js';
import { report } from './tools/report.js';
import { middleOf, ratioOf, roundsOf, tableOf, type Contender, type Rounds } from './tools/rounds.js';

// How many times as fast is a plan that was compiled as the stock executor of @apollo/gateway, and as other gateways? One question over three
// hops, 50 entities and 30 kB, the same subgraphs in a process of their own, each gateway in one of its own, asked in turns.
// `npm run bench:gateway`.

const [rounds, roundMs] = [roundsWanted(5), roundMsWanted(3_000)];

await withContenders(async (contenders) => {
  await checkAnswers(contenders);
  const found = new Map<number, Rounds>();
  for (const clients of [1, 16, 64]) found.set(clients, await roundsOf(contenders, { clients, rounds, roundMs }));
  await report({ name: 'gateway', ...tableOf(found, 'stock'), goals: goalsOf(found.get(16) ?? new Map()) });
});

async function checkAnswers(contenders: readonly Contender[]): Promise<void> {
  // some end it with a new line
  const answers = await Promise.all(contenders.map(async ({ ask }) => (await ask()).trim()));
  const [first = ''] = answers;
  const others = contenders.filter((_, at) => answers[at] !== first).map(({ name }) => name);
  if (others.length > 0) throw new Error(`another answer from ${others.join(', ')}: nothing is measured`);
  console.log(`one answer of ${(Buffer.byteLength(first) / 1_000).toFixed(1)} kB from all, to the byte`);
}

/** What is aimed for at 16 clients. */
function goalsOf(found: Rounds): Goal[] {
  const beside = (base: string, limit: number): Goal =>
    atLeast(`gateway beside ${base}, 16 clients`, ratioOf(found, 'perSecond', ['compiled', base]), limit, 'x');
  const others = [...found.keys()].filter((name) => name !== 'compiled' && name !== 'floor');
  const best = Math.min(...others.map((name) => middleOf(found, name, 'p99')));
  return [
    beside('stock', 6),
    beside('Hive, Rust planner', 3),
    beside('Mercurius with JIT', 2),
    beside('floor', 1 / 3),
    atMost('gateway, p99 beside the best of the others', middleOf(found, 'compiled', 'p99'), best, 'ms'),
  ];
}
