import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { buildSchema, type GraphQLSchema } from 'graphql';
import { roles } from '../../../platform/identity/caller.js';
import { spoiltDocument } from '../../../gateway/testing/spoilt-document.js';
import { actorAs } from '../../rights/scene.js';
import { knownValues } from '../known-values.js';
import { amountOf, forEach, seed } from '../profile.js';
import { startWatchedHub, type WatchedHub } from '../watched-hub.js';
import { askedOperations, type KnownValues } from './arguments.js';
import { canary, writeJson } from './hostile.js';
import { faultOf, type SeenAnswer } from './oracle.js';
import { onceFaulty, rawRequest, type RawRequest } from './raw-request.js';
import { sendRaw } from './send-raw.js';

// The long form: MALFORMED_REQUESTS=42000 npm test -- test/security/malformed; with SECURITY_SEED the same again
const requests = amountOf('MALFORMED_REQUESTS', 1_500);
const patience = 120_000 + requests * 200;
const atOnce = 6;

let hub: WatchedHub;
let schema: GraphQLSchema;
let known: KnownValues;
let tokens: (string | null)[];

beforeAll(async () => {
  process.stdout.write(`SECURITY_SEED=${seed}\n`);
  hub = await startWatchedHub();
  tokens = [null, ...(await Promise.all(roles.map((role) => hub.token(actorAs(role)))))];
  const headers = { authorization: `Bearer ${tokens[1] ?? ''}` };
  schema = buildSchema(await (await fetch(`${hub.url}/schema.graphql`, { headers })).text());
  known = await knownValues(hub.database);
});

afterAll(() => hub.close());

interface Fault {
  readonly fault: string;
  readonly sent: string;
  readonly answered: string;
}

interface Sending<T> {
  readonly kind: fc.Arbitrary<T>;
  /** Of all requests. */
  readonly share: number;
  readonly always?: readonly T[];
  readonly send: (input: T, token: string | null) => Promise<SeenAnswer | null>;
  readonly pathOf: (input: T) => string;
}

/** Sends a share of all requests and gives what was wrong with the answers. */
async function faultsOf<T>({ kind, share, always = [], send, pathOf }: Sending<T>): Promise<Fault[]> {
  const random = fc.sample(fc.tuple(kind, fc.constantFrom(...tokens)), { numRuns: Math.round(requests * share), seed });
  const inputs = [...always.map((input) => [input, null] as const), ...random];
  const faults: Fault[] = [];
  await forEach(inputs, atOnce, async ([input, token]) => {
    const answer = await send(input, token);
    const fault = answer && faultOf(pathOf(input), answer);
    if (fault === null) return;
    const sent = JSON.stringify(input).slice(0, 2_000);
    faults.push({ fault, sent, answered: `${answer?.status ?? 0} ${answer?.body.slice(0, 600) ?? ''}` });
  });
  return faults.slice(0, 20);
}

async function post(body: string, token: string | null): Promise<SeenAnswer> {
  const headers = { 'content-type': 'application/json', ...(token !== null && { authorization: `Bearer ${token}` }) };
  const response = await fetch(`${hub.url}/graphql`, { method: 'POST', headers, body });
  return {
    status: response.status,
    mediaType: response.headers.get('content-type') ?? '',
    retryAfter: response.headers.get('retry-after'),
    body: await response.text(),
  };
}

/** What came back for a request; null where the hub may hang up, or answers without a body by rule. */
async function seen(request: RawRequest, token: string | null): Promise<SeenAnswer | null> {
  const answer = await sendRaw(hub.url, request, token);
  if (answer === null && !request.isBroken) return { status: 0, mediaType: '', retryAfter: null, body: 'no answer' };
  if (!answer || request.method === 'HEAD') return null;
  const { 'content-type': mediaType = '', 'retry-after': retryAfter = null } = answer.headers;
  return { ...answer, mediaType, retryAfter };
}

describe('whatever anybody sends, the hub answers in JSON with a code that says what to do, and betrays nothing', () => {
  const pathOf = (): string => '/graphql';

  it(
    'as a value of any argument of any operation',
    async () => {
      const kind = askedOperations(schema, known);
      const faults = await faultsOf({
        kind,
        share: 0.5,
        send: (asked, token) => post(writeJson(asked), token),
        pathOf,
      });
      expect(faults).toEqual([]);
    },
    patience,
  );

  it(
    'as a document',
    async () => {
      const send = (query: string, token: string | null): Promise<SeenAnswer> =>
        post(JSON.stringify({ query, variables: { canary } }), token);
      expect(await faultsOf({ kind: spoiltDocument(document), share: 0.15, send, pathOf })).toEqual([]);
    },
    patience,
  );

  it(
    'as a request to any door, with any headers, lengths and bytes',
    async () => {
      const kind = rawRequest;
      const faults = await faultsOf({ kind, share: 0.35, always: onceFaulty, send: seen, pathOf: ({ path }) => path });
      expect(faults).toEqual([]);
    },
    patience,
  );

  it('and the log, at its most talkative, holds nothing of it and tells of no failure', () => {
    expect(hub.said()).not.toContain(canary);
    expect(
      hub
        .said()
        .split('\n')
        .filter((line) => /"level":(50|60)/.test(line)),
    ).toEqual([]);
  });
});

const document = `query A($filter: CaseFilter, $first: Int = 2) {
  cases(first: $first, filter: $filter) { edges { node { ...F need { birthYear rungs } owner { name @include(if: true) } } } }
  offer(id: "${canary}") { ... on Offer { title organisation { teams { edges { node { id } } } } } }
}
fragment F on Case { id number status }`;
