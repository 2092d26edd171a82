import type { Pool } from 'undici';
import { median } from './median.js';
import { percentile } from './percentile.js';
import { digits } from './report.js';

/** Somebody who answers one question again and again. */
export interface Contender {
  readonly name: string;
  /** The text of the answer. Throws where there is none. */
  readonly ask: () => Promise<string>;
  /** What it took of the machine until now. */
  readonly used: () => Promise<Used>;
}

export interface Used {
  readonly cpuMs: number;
  /** What it keeps in memory, in megabytes. */
  readonly rssMb: number;
}

/** What so many clients got of a contender while a round lasted. */
export interface Round {
  readonly perSecond: number;
  /** CPU for one answer, in milliseconds. */
  readonly cpuMs: number;
  readonly p50: number;
  readonly p99: number;
  /** What it keeps in memory after the round, in megabytes. */
  readonly rssMb: number;
}

/** The rounds of each contender, by its name. */
export type Rounds = ReadonlyMap<string, readonly Round[]>;

export interface RoundsOptions {
  readonly clients: number;
  readonly rounds: number;
  readonly roundMs: number;
}

/** Each contender has a round in turn, so that noise of the machine meets all of them; the first of each warms it up and does not count. */
export async function roundsOf(
  contenders: readonly Contender[],
  { clients, rounds, roundMs }: RoundsOptions,
): Promise<Rounds> {
  const found = new Map<string, Round[]>(contenders.map(({ name }) => [name, []]));
  for (let number = -1; number < rounds; number += 1)
    for (const contender of contenders) {
      const one = await round(contender, clients, roundMs);
      if (number >= 0) found.get(contender.name)?.push(one);
    }
  return found;
}

async function round({ ask, used }: Contender, clients: number, roundMs: number): Promise<Round> {
  const times: number[] = [];
  const before = await used();
  const start = performance.now();
  const client = async (): Promise<void> => {
    while (performance.now() - start < roundMs) {
      const began = performance.now();
      await ask();
      times.push(performance.now() - began);
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  const seconds = (performance.now() - start) / 1_000;
  const after = await used();
  return {
    perSecond: times.length / seconds,
    cpuMs: (after.cpuMs - before.cpuMs) / times.length,
    p50: median(times),
    p99: percentile(times, 99),
    rssMb: after.rssMb,
  };
}

/** The middle of what a contender had in its rounds. */
export function middleOf(found: Rounds, name: string, field: keyof Round): number {
  return median((found.get(name) ?? []).map((one) => one[field]));
}

/** How many times as much a contender had as another, round by round: the middle of that. */
export function ratioOf(found: Rounds, field: keyof Round, [name, base]: readonly [string, string]): number {
  const bases = found.get(base) ?? [];
  return median((found.get(name) ?? []).map((one, at) => one[field] / (bases[at]?.[field] ?? NaN)));
}

/** A line for each contender, beside one of them. */
export function tableOf(byClients: ReadonlyMap<number, Rounds>, base: string) {
  const head = ['clients', 'who answers', 'answers/s', `x ${base}`, 'CPU ms', 'p50 ms', 'p99 ms', 'memory MB'];
  const rows = [...byClients].flatMap(([clients, found]) =>
    [...found.keys()].map((name) => {
      const of = (field: keyof Round, count: number): number => digits(middleOf(found, name, field), count);
      const ratio = digits(ratioOf(found, 'perSecond', [name, base]), 2);
      return [clients, name, of('perSecond', 0), ratio, of('cpuMs', 2), of('p50', 1), of('p99', 1), of('rssMb', 0)];
    }),
  );
  return { head, rows };
}

interface Sent {
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Posts the same question over kept connections; gives the text of the answer. Throws for another status than 200. */
export function posting(pool: Pool, { path, headers = {}, body }: Sent): () => Promise<string> {
  const all = { 'content-type': 'application/json', ...headers };
  return async () => {
    const response = await pool.request({ path, method: 'POST', headers: all, body });
    const text = await response.body.text();
    if (response.statusCode !== 200) throw new Error(text.slice(0, 300));
    return text;
  };
}
