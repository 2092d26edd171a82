// Publishes figures: HUB_URL=http://127.0.0.1:4000 HUB_TOKEN=... node examples/publish.ts examples/figures.json [--rehearse]
// Needs nothing but Node 22.18 or newer, which runs TypeScript as it stands; in this repository `npx node` is one.
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';

const { HUB_URL = 'http://127.0.0.1:4000', HUB_TOKEN = '' } = process.env;
// PublishCapacity, as GET /operations lists it
const documentId = 'sha256:f03fd4cf9e4bde9b5f4f155f9d0050212e7035795a85d91b13f5744940fc3cfd';
const passing = /UNAVAILABLE|TIMEOUT|DEADLINE|OVERLOADED|RATE_LIMITED/;
const headers = { authorization: `Bearer ${HUB_TOKEN}`, 'content-type': 'application/json', 'accept-language': 'en' };

type Result = { offerKey: string; outcome: string; error: { code: string; message: string } | null };
type Failure = { message: string; extensions: { code: string } };
type Answer = { data?: { publishCapacity: { results: Result[] } | null }; errors?: Failure[] };

/** The request for the figures of a file; one key for all attempts: what the first has done is not done again. */
function requestFor(file: string, isRehearsal: boolean): string {
  const figures = JSON.parse(readFileSync(file, 'utf8')) as object[];
  // the time in milliseconds rises with every report
  const reports = figures.map((figure) => ({ ...figure, sequence: Date.now() }));
  const input = { idempotencyKey: randomUUID(), asOf: new Date().toISOString(), isRehearsal, reports };
  return JSON.stringify({ documentId, variables: { input } });
}

async function publish(body: string, attempt = 1): Promise<Result[]> {
  const request = { method: 'POST', headers, body, signal: AbortSignal.timeout(10_000) };
  const response = await fetch(`${HUB_URL}/graphql`, request).catch(() => null);
  const answer = (await response?.json().catch(() => null)) as Answer | null | undefined;
  if (answer?.data?.publishCapacity) return answer.data.publishCapacity.results;
  const [error] = answer?.errors ?? [];
  if (error && !passing.test(error.extensions.code)) throw new Error(error.message);
  if (attempt === 6) throw new Error(error?.message ?? `No hub answers at ${HUB_URL}.`);
  // the hub says with 429 and 503 how many seconds to wait at the least
  const toldMs = Number(response?.headers.get('retry-after') ?? 0) * 1_000;
  await wait(toldMs + 2 ** attempt * 250 * (0.5 + Math.random()));
  return publish(body, attempt + 1);
}

try {
  const [file = 'examples/figures.json', flag] = process.argv.slice(2);
  for (const { offerKey, outcome, error } of await publish(requestFor(file, flag === '--rehearse')))
    console.log([offerKey, outcome, error?.message].filter(Boolean).join(': '));
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
