import { setTimeout as wait } from 'node:timers/promises';
import { Agent, request } from 'undici';
import { broker } from '../../actors.js';
import { soon } from '../../builders/soon.js';
import type { TestHub } from '../../hub.js';

export const askersAtOnce = 8;
/** How long a client waits that found the door shut. */
const pauseMs = 20;
const patienceMs = 60_000;

/** What is told where a machine that starts and stops processes has no time for a question: it was answered all the same. */
const late: ReadonlySet<string> = new Set(['SUBGRAPH_TIMEOUT', 'DEADLINE_EXCEEDED', 'DATABASE_UNAVAILABLE']);

/** Outcomes of questions that were not answered whole, without those that were answered late; throws where more than a tenth was. */
export function lossesIn(outcomes: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
  const told = [...outcomes].filter(([outcome]) => late.has(outcome)).reduce((sum, [, times]) => sum + times, 0);
  if (told * 10 > (outcomes.get('200') ?? 0)) throw new Error(`${told} questions were answered late`);
  return new Map([...outcomes].filter(([outcome]) => outcome !== '200' && !late.has(outcome)));
}

interface Answer {
  readonly errors?: readonly { readonly extensions: { readonly code: string } }[];
}

/** Some clients that ask all the time, each on a connection that it keeps. */
export interface Askers {
  /** Waits until so many more were answered whole. */
  untilMore(more: number): Promise<void>;
  /** Lets them stop; how often a question ended how: its status, the code of why it is not whole, or what broke it off. */
  finish(): Promise<ReadonlyMap<string, number>>;
}

export async function startAskers(hub: Pick<TestHub, 'url' | 'token'>): Promise<Askers> {
  const authorization = `Bearer ${await hub.token(broker)}`;
  const agent = new Agent({ connections: askersAtOnce, headersTimeout: patienceMs });
  const outcomes = new Map<string, number>();
  const over = new AbortController();
  const whole = (): number => outcomes.get('200') ?? 0;
  const asking = Array.from({ length: askersAtOnce }, async () => {
    while (!over.signal.aborted) {
      const outcome = await ask(hub.url, authorization, agent);
      outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
      if (outcome === 'ECONNREFUSED') await wait(pauseMs);
    }
  });
  return {
    async untilMore(more) {
      const due = whole() + more;
      await soon(() => whole() >= due || undefined, patienceMs);
    },
    async finish() {
      over.abort();
      await Promise.all(asking);
      await agent.close();
      return outcomes;
    },
  };
}

async function ask(url: string, authorization: string, dispatcher: Agent): Promise<string> {
  const headers = { 'content-type': 'application/json', authorization };
  const body = '{"query":"{ offers(first: 1) { edges { node { id organisation { name } } } } }"}';
  try {
    const answer = await request(`${url}/graphql`, { method: 'POST', dispatcher, headers, body });
    const text = await answer.body.text();
    const { errors } = answer.statusCode === 200 ? (JSON.parse(text) as Answer) : {};
    return errors?.[0]?.extensions.code ?? String(answer.statusCode);
  } catch (error) {
    return String((error as { code?: unknown }).code);
  }
}
