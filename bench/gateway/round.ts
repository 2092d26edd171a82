import type { Pool } from 'undici';
import { median } from '../tools/median.js';
import { percentile } from '../tools/percentile.js';
import { question, variables } from './hops.js';

/** What so many clients got of a gateway while a round lasted. */
export interface Round {
  readonly perSecond: number;
  /** CPU of the gateway for one answer, in milliseconds. */
  readonly cpuMs: number;
  readonly p50: number;
  readonly p99: number;
  /** What it keeps in memory after the round, in megabytes. */
  readonly rssMb: number;
}

const body = JSON.stringify({ query: question, variables });

export async function round(pool: Pool, clients: number, roundMs: number): Promise<Round> {
  const times: number[] = [];
  const before = await usedBy(pool);
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
  const after = await usedBy(pool);
  return {
    perSecond: times.length / seconds,
    cpuMs: (after.cpuMs - before.cpuMs) / times.length,
    p50: median(times),
    p99: percentile(times, 99),
    rssMb: after.rssMb,
  };
}

/** The text of the answer to the question. */
export async function ask(pool: Pool): Promise<string> {
  const headers = { 'content-type': 'application/json' };
  const response = await pool.request({ path: '/', method: 'POST', headers, body });
  const text = await response.body.text();
  if (response.statusCode !== 200) throw new Error(text.slice(0, 300));
  return text;
}

async function usedBy(pool: Pool): Promise<{ readonly cpuMs: number; readonly rssMb: number }> {
  const response = await pool.request({ path: '/cpu', method: 'GET' });
  return (await response.body.json()) as { cpuMs: number; rssMb: number };
}
