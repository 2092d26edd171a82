import { defaultAdmission } from '../gateway/overload/limits.js';
import { atLeast, atMost } from './tools/goals.js';
import { withMeasuredHub } from './tools/measured-hub.js';
import { median } from './tools/median.js';
import { percentile } from './tools/percentile.js';
import { classes, questionsOf, type Ask } from './tools/questions.js';
import { digits, report } from './tools/report.js';

// What becomes of a hub that is asked three times what it can answer? A third of all questions are of brokers, providers and dashboards each. First as many
// as it answers, by callers that wait for each answer, of all classes and of each alone; then three times as many a second, by callers that do not wait; then
// one at a time again. Questions of one class cost more than those of another, and brokers are answered before all: what is answered then is told as a share of
// what the hub answers of each class alone, all shares together.

const peakMs = Number(process.env['BENCH_PEAK_MS'] ?? 6_000);
const overloadMs = Number(process.env['BENCH_OVERLOAD_MS'] ?? 10_000);
/** As many as are let in of every class. */
const clients = defaultAdmission.dashboard;
const tickMs = 10;

type Class = (typeof classes)[number];

interface Asked {
  readonly of: Class;
  readonly ms: number;
  readonly became: 'answered' | 'sent away' | 'failed';
}

await withMeasuredHub(async (hub) => {
  const ask = await questionsOf(hub);
  for (let time = 0; time < 60; time += 1) for (const of of classes) await timed(of, ask[of]);
  const quiet = await oneAtATime(ask.broker, 30);
  const peak = await waiting(ask, classes);
  const alone = new Map<Class, number>();
  for (const of of classes) alone.set(of, perSecond(await waiting(ask, [of]), peakMs));
  const overload = await notWaiting(ask, (3_000 * answered(peak).length) / peakMs);
  const recoveredMs = await recovery(ask.broker, median(quiet));
  await tell({ peak, alone, overload, recoveredMs });
});

async function timed(of: Class, ask: Ask): Promise<Asked> {
  const start = performance.now();
  const text = await ask().catch(() => 'failed');
  const ms = performance.now() - start;
  if (text.includes('"OVERLOADED"')) return { of, ms, became: 'sent away' };
  return { of, ms, became: text.includes('"errors"') || text === 'failed' ? 'failed' : 'answered' };
}

async function oneAtATime(ask: Ask, times: number): Promise<number[]> {
  const all: number[] = [];
  for (let time = 0; time < times; time += 1) all.push((await timed('broker', ask)).ms);
  return all;
}

async function waiting(ask: Record<Class, Ask>, wanted: readonly Class[]): Promise<Asked[]> {
  const all: Asked[] = [];
  const until = performance.now() + peakMs;
  const client = async (number: number): Promise<void> => {
    for (let turn = number; performance.now() < until; turn += 1) {
      const of = wanted[turn % wanted.length] ?? 'broker';
      all.push(await timed(of, ask[of]));
    }
  };
  await Promise.all(Array.from({ length: clients }, (_, number) => client(number)));
  return all;
}

async function notWaiting(ask: Record<Class, Ask>, perSecond: number): Promise<Asked[]> {
  const sent: Promise<Asked>[] = [];
  const start = performance.now();
  for (let passed = 0; passed < overloadMs; passed = performance.now() - start) {
    for (const due = (passed / 1_000) * perSecond; sent.length < due;) {
      const of = classes[sent.length % classes.length] ?? 'broker';
      sent.push(timed(of, ask[of]));
    }
    await new Promise((resolve) => setTimeout(resolve, tickMs));
  }
  return Promise.all(sent);
}

/** How long after the flood until a broker is answered as fast as before it, or half as slow again. */
async function recovery(ask: Ask, quietMs: number): Promise<number> {
  const start = performance.now();
  for (;;) {
    const { ms, became } = await timed('broker', ask);
    if (became === 'answered' && ms <= 1.5 * quietMs) return performance.now() - start;
  }
}

interface Found {
  readonly peak: readonly Asked[];
  /** Answers a second to each class alone. */
  readonly alone: ReadonlyMap<Class, number>;
  readonly overload: readonly Asked[];
  readonly recoveredMs: number;
}

async function tell({ peak, alone, overload, recoveredMs }: Found): Promise<void> {
  const shares = classes.map((of) => perSecond(only(of, overload), overloadMs) / (alone.get(of) ?? NaN));
  const share = shares.reduce((sum, one) => sum + one, 0);
  console.log(`at its peak ${perSecond(peak, peakMs).toFixed(0)} answers a second`);
  const rows = classes.map((of) => rowOf(of, peak, overload));
  const away = overload.filter(({ became }) => became === 'sent away').map(({ ms }) => ms);
  const within = [50, 90, 99].map((part) => `${percentile(away, part).toFixed(0)} ms (p${part})`);
  console.log(`all together sent away within ${within.join(', ')}`);
  const [brokers] = rows;
  await report({
    name: 'overload',
    head: ['who', 'p99 ms at the peak', 'p99 ms now', 'x', 'answered', 'sent away', 'within ms (p99)', 'failed'],
    rows,
    goals: [
      atLeast('answers at three times the peak, as a share of what it can', share, 0.8, 'x'),
      atMost('brokers then wait, beside the peak', brokers?.[3] ?? NaN, 2, 'x'),
      atMost('the slowest class to be sent away', Math.max(...rows.map((row) => row[6] || 0)), 20, 'ms'),
      atMost('as before after it', recoveredMs, 5_000, 'ms'),
    ],
  });
}

type Row = [
  who: Class,
  before: number,
  now: number,
  ratio: number,
  answered: number,
  away: number,
  within: number,
  failed: number,
];

function rowOf(of: Class, peak: readonly Asked[], overload: readonly Asked[]): Row {
  const [before, after] = [only(of, peak), only(of, overload)];
  const [normal, now] = [p99(answered(before)), p99(answered(after))];
  const away = after.filter(({ became }) => became === 'sent away');
  const failed = after.filter(({ became }) => became === 'failed').length;
  const times = [digits(normal, 0), digits(now, 0), digits(now / normal, 2)] as const;
  return [of, ...times, answered(after).length, away.length, digits(p99(away), 0), failed];
}

function only(of: Class, all: readonly Asked[]): Asked[] {
  return all.filter((one) => one.of === of);
}

function perSecond(all: readonly Asked[], ms: number): number {
  return (1_000 * answered(all).length) / ms;
}

function answered(all: readonly Asked[]): Asked[] {
  return all.filter(({ became }) => became === 'answered');
}

function p99(all: readonly Asked[]): number {
  return percentile(
    all.map(({ ms }) => ms),
    99,
  );
}
