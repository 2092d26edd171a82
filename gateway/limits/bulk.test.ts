import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { setTimeout as wait } from 'node:timers/promises';
import { inProcessTransport } from '../subgraph-link/in-process-transport.js';
import type { SubgraphTransport } from '../subgraph-link/transport.js';
import { token } from '../testing/identity.js';
import { openTestGateway, type TestGateway } from '../testing/test-gateway.js';
import { limits } from './limits.js';

const write = (bytes: number): string => {
  const body = {
    query: 'mutation($t: String!) { note(caseId: "1", text: $t) { id } }',
    variables: { t: 'x'.repeat(bytes) },
  };
  return JSON.stringify(body);
};
const read = (bytes: number): string => JSON.stringify({ query: '{ version }', variables: { t: 'x'.repeat(bytes) } });
const chunked = (text: string): RequestInit => ({
  body: new Blob([text]).stream() as ReadableStream,
  duplex: 'half',
});

describe('the body of a request', () => {
  let gateway: TestGateway;
  let provider: string;
  let broker: string;

  beforeAll(async () => {
    gateway = await openTestGateway();
    provider = await token({ claims: { roles: ['provider-system'] } });
    broker = await token();
  });
  afterAll(() => gateway.close());

  async function send(bearer: string, init: RequestInit): Promise<[number, unknown]> {
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${bearer}` };
    const response = await fetch(`${gateway.url}/graphql`, { method: 'POST', headers, ...init });
    const { errors } = (await response.json()) as { errors?: { extensions: { limit?: number } }[] };
    return [response.status, errors?.[0]?.extensions.limit];
  }

  it('may be large when a provider writes in bulk', async () => {
    expect(await send(provider, { body: write(400_000) })).toEqual([200, undefined]);
    expect(await send(provider, chunked(write(400_000)))).toEqual([200, undefined]);
    expect(await send(provider, { body: write(600_000) })).toEqual([413, limits.bulkBodyBytes]);
    expect(await send(provider, chunked(write(600_000)))).toEqual([413, limits.bulkBodyBytes]);
  });

  it('may not be large when a provider reads', async () => {
    expect(await send(provider, { body: read(200_000) })).toEqual([413, limits.bodyBytes]);
    expect(await send(provider, chunked(read(200_000)))).toEqual([413, limits.bodyBytes]);
  });

  it('may not be large from anybody else', async () => {
    expect(await send(broker, { body: write(200_000) })).toEqual([413, limits.bodyBytes]);
    expect(await send(broker, chunked(write(200_000)))).toEqual([413, limits.bodyBytes]);
    expect(await send(broker, chunked(write(50_000)))).toEqual([200, undefined]);
  });
});

describe('a mutation that takes long', () => {
  const timeouts = { fetchMs: 100, requestMs: 200, mutationMs: 600, circuitResetMs: 60_000 };
  let gateway: TestGateway;
  let delayMs = 0;

  beforeAll(async () => {
    const slow: SubgraphTransport = {
      ...inProcessTransport({} as never),
      send: async (body, authorization, signal) => {
        await wait(delayMs, undefined, { signal }).catch(() => Promise.reject(signal.reason as Error));
        return inProcessTransport(gateway.subgraphs.cases.endpoint).send(body, authorization, signal);
      },
    };
    gateway = await openTestGateway({ timeouts, links: { cases: slow } });
  });
  afterAll(() => gateway.close());

  const close = 'mutation { close(caseId: "1") { id owner { name } } }';

  it('gets more time than a query', async () => {
    delayMs = 300;
    const { data, errors } = await gateway.ask(close);
    expect({ data, errors }).toEqual({
      data: { close: { id: '1', owner: { name: 'Organisation o9' } } },
      errors: undefined,
    });
    const late = await gateway.ask('{ case(id: "1") { id } }');
    expect(late.errors?.[0]?.extensions).toMatchObject({ code: 'SUBGRAPH_TIMEOUT' });
  });

  it('does not open the circuit, however often it is too slow', async () => {
    delayMs = 700;
    for (let n = 0; n < 6; n++) {
      const { errors } = await gateway.ask(close);
      expect(errors?.[0]?.extensions).toMatchObject({ code: 'SUBGRAPH_TIMEOUT' });
    }
    delayMs = 0;
    expect((await gateway.ask('{ case(id: "1") { id } }')).errors).toBeUndefined();
  });
});
