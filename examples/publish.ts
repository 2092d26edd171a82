// Publishes figures: HUB_URL=http://127.0.0.1:4000 HUB_TOKEN=... node examples/publish.ts examples/figures.json [--rehearse]
// Needs nothing but Node: 22.18 or newer runs it as it stands, 20 through npx tsx.
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';

const { HUB_URL = 'http://127.0.0.1:4000', HUB_TOKEN = '' } = process.env;
// PublishCapacity, as GET /operations lists it
const documentId = 'sha256:f03fd4cf9e4bde9b5f4f155f9d0050212e7035795a85d91b13f5744940fc3cfd';
const passing = /UNAVAILABLE|TIMEOUT|DEADLINE|OVERLOADED/;

type Result = { offerKey: string; outcome: string; error: { code: string; message: string } | null };
type Failure = { message: string; extensions: { code: string } };
type Answer = { data?: { publishCapacity: { results: Result[] } | null }; errors?: Failure[] };

const [file = 'examples/figures.json', flag] = process.argv.slice(2);
const figures = JSON.parse(readFileSync(file, 'utf8')) as object[];
// the time in milliseconds rises with every report; one key for all attempts: what the first has done is not done again
const reports = figures.map((figure) => ({ ...figure, sequence: Date.now() }));
const isRehearsal = flag === '--rehearse';
const input = { idempotencyKey: randomUUID(), asOf: new Date().toISOString(), isRehearsal, reports };
const headers = { authorization: `Bearer ${HUB_TOKEN}`, 'content-type': 'application/json', 'accept-language': 'en' };

async function publish(attempt = 1): Promise<Result[]> {
  const body = JSON.stringify({ documentId, variables: { input } });
  const request = { method: 'POST', headers, body, signal: AbortSignal.timeout(10_000) };
  const response = await fetch(`${HUB_URL}/graphql`, request).catch(() => null);
  const answer = (await response?.json().catch(() => null)) as Answer | null | undefined;
  if (answer?.data?.publishCapacity) return answer.data.publishCapacity.results;
  const [error] = answer?.errors ?? [];
  if (attempt === 6 || (error && !passing.test(error.extensions.code))) throw new Error(error?.message ?? 'no answer');
  await wait(2 ** attempt * 250 * (0.5 + Math.random()));
  return publish(attempt + 1);
}

for (const { offerKey, outcome, error } of await publish())
  console.log([offerKey, outcome, error?.message].filter(Boolean).join(': '));
