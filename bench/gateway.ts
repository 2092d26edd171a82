import { spawn, type ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { Pool } from 'undici';
import { question } from './gateway/hops.js';
import { median } from './tools/median.js';
import { percentile } from './tools/percentile.js';

// How many times as fast is a plan that was compiled as the stock executor of @apollo/gateway? One question over three hops, 50 entities
// and 30 kB, the same subgraphs in a process of their own, each gateway in one of its own, asked in turns. `npm run bench:gateway`.

const kinds = ['stock', 'stock-pooled', 'compiled', 'floor'] as const;
const base = 'stock-pooled';
const rounds = Number(process.env['BENCH_ROUNDS'] ?? 5);
const roundMs = Number(process.env['BENCH_ROUND_MS'] ?? 3_000);

interface Round {
  readonly perSecond: number;
  readonly cpuMs: number;
  readonly p50: number;
  readonly p99: number;
}

interface Measured {
  readonly kind: string;
  readonly origin: string;
  readonly pool: Pool;
}

const children: ChildProcess[] = [];
const body = JSON.stringify({ query: question, variables: { id: '1' } });

try {
  const subgraphs = await serve('serve-subgraphs.js');
  const gateways: Measured[] = [];
  for (const kind of kinds) {
    const origin = await serve('serve-gateway.js', kind, subgraphs);
    gateways.push({ kind, origin, pool: new Pool(origin, { connections: 64 }) });
  }
  await checkAnswers(gateways);
  for (const clients of [1, 16, 64]) await compare(gateways, clients);
} finally {
  for (const child of children) child.kill();
}

/** Starts a program of this bench; gives the address that it prints. */
async function serve(program: string, ...args: string[]): Promise<string> {
  const path = fileURLToPath(new URL(`./gateway/${program}`, import.meta.url));
  const child = spawn(process.execPath, [path, ...args], {
    env: { PATH: process.env['PATH'], NODE_ENV: 'production' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(child);
  return new Promise((resolve, reject) => {
    createInterface(child.stdout).on('line', (line) => line.startsWith('http') && resolve(line));
    child.once('exit', () => reject(new Error(`${program} ended`)));
  });
}

async function checkAnswers(gateways: readonly Measured[]): Promise<void> {
  const answers = await Promise.all(gateways.map(({ pool }) => ask(pool)));
  if (new Set(answers).size !== 1) throw new Error('the answers differ: nothing is measured');
  console.log(`one answer of ${(Buffer.byteLength(answers[0] ?? '') / 1_000).toFixed(1)} kB from all, to the byte`);
}

async function compare(gateways: readonly Measured[], clients: number): Promise<void> {
  const all: Record<string, Round[]> = Object.fromEntries(kinds.map((kind) => [kind, []]));
  for (let number = -1; number < rounds; number += 1)
    for (const gateway of gateways) {
      const found = await round(gateway, clients);
      if (number >= 0) all[gateway.kind]?.push(found);
    }
  const of = (kind: string, field: keyof Round) => median((all[kind] ?? []).map((one) => one[field]));
  for (const kind of kinds) {
    const ratios = (all[kind] ?? []).map((one, index) => one.perSecond / (all[base]?.[index]?.perSecond ?? NaN));
    console.log(
      `${String(clients).padStart(2)} clients  ${kind.padEnd(13)} ${of(kind, 'perSecond').toFixed(0).padStart(5)}/s  ${median(ratios).toFixed(2).padStart(5)} x  ` +
        `CPU ${of(kind, 'cpuMs').toFixed(2).padStart(5)} ms  p50 ${of(kind, 'p50').toFixed(1).padStart(6)} ms  p99 ${of(kind, 'p99').toFixed(1).padStart(6)} ms`,
    );
  }
}

async function round({ pool }: Measured, clients: number): Promise<Round> {
  const times: number[] = [];
  const before = await cpuOf(pool);
  const start = performance.now();
  const client = async (): Promise<void> => {
    while (performance.now() - start < roundMs) {
      const began = performance.now();
      await ask(pool);
      times.push(performance.now() - began);
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  const seconds = (performance.now() - start) / 1_000;
  const cpuMs = ((await cpuOf(pool)) - before) / times.length;
  return { perSecond: times.length / seconds, cpuMs, p50: median(times), p99: percentile(times, 99) };
}

async function ask(pool: Pool): Promise<string> {
  const headers = { 'content-type': 'application/json' };
  const response = await pool.request({ path: '/', method: 'POST', headers, body });
  const text = await response.body.text();
  if (response.statusCode !== 200) throw new Error(text.slice(0, 300));
  return text;
}

async function cpuOf(pool: Pool): Promise<number> {
  const response = await pool.request({ path: '/cpu', method: 'GET' });
  return ((await response.body.json()) as { cpuMs: number }).cpuMs;
}
