import type { IncomingHttpHeaders } from 'node:http';
import { Readable } from 'node:stream';
import { afterEach, describe, expect, it } from '@jest/globals';
import { verifyInternalToken } from '../../platform/identity/internal-token.js';
import { capturedLog } from '../testing/captured-log.js';
import { gatewayPair, token } from '../testing/identity.js';
import { rogueOverHttp, saying, type Rogue } from '../testing/rogue.js';
import { openTestGateway, type TestGateway } from '../testing/test-gateway.js';
import { httpTransport } from './http-transport.js';

const brokerToken = await token();

const organisationId = '20000000-0000-4000-8000-000000000001';
const opened: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const one of opened.splice(0)) await one.close();
});

async function open<T extends { close(): Promise<void> }>(one: Promise<T>): Promise<T> {
  const value = await one;
  opened.unshift(value);
  return value;
}

interface Received {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** A subgraph that stands for cases, answers the version, and remembers what it was sent. */
async function listeningCases(): Promise<{ received: Received[]; rogue: Rogue; connections: () => number }> {
  const received: Received[] = [];
  const sockets = new Set<unknown>();
  const rogue = await open(
    rogueOverHttp((request, response) => {
      sockets.add(request.socket);
      let body = '';
      request.on('data', (chunk: Buffer) => (body += chunk.toString()));
      request.on('end', () => {
        received.push({ headers: request.headers, body });
        saying('{"data":{"version":"1"}}')(request, response);
      });
    }),
  );
  return { received, rogue, connections: () => sockets.size };
}

function gatewayOver(rogue: Rogue, options: Parameters<typeof openTestGateway>[0] = {}): Promise<TestGateway> {
  return open(openTestGateway({ ...options, links: { cases: httpTransport(rogue.url) } }));
}

describe('a request to a subgraph', () => {
  it('carries nothing of the client but what the gateway signs: who asks, for this subgraph and this body', async () => {
    const { received, rogue } = await listeningCases();
    const gateway = await gatewayOver(rogue);
    const claims = { roles: ['case-owner'], organisation: organisationId, region: 'flevoland' };
    await gateway.post(JSON.stringify({ query: '{ version }' }), {
      authorization: `Bearer ${await token({ claims })}`,
      'accept-language': 'en',
      'x-hub-caller': 'operator',
      'x-hub-roles': 'operator',
      'x-forwarded-for': '10.0.0.1',
      'apollo-federation-include-trace': 'ftv1',
      traceparent: '00-1-1-01',
      cookie: 'a=b',
    });
    const [{ headers, body }] = received as [Received];
    expect(Object.keys(headers).sort()).toEqual([
      'accept',
      'authorization',
      'connection',
      'content-length',
      'content-type',
      'host',
    ]);
    expect(headers.authorization).not.toContain(brokerToken);
    expect(await verifyInternalToken(gatewayPair.publicKey, 'cases', headers.authorization, body)).toMatchObject({
      subject: 'https://identity.test#broker-1',
      roles: ['case-owner'],
      organisationId,
      region: 'flevoland',
      language: 'en',
    });
    for (const [audience, text] of [
      ['people', body],
      ['cases', `${body} `],
    ] as const) {
      const replay = verifyInternalToken(gatewayPair.publicKey, audience, headers.authorization, text);
      await expect(replay).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    }
  });

  it('goes over a kept connection', async () => {
    const { rogue, connections } = await listeningCases();
    const gateway = await gatewayOver(rogue);
    for (let i = 0; i < 5; i += 1) await gateway.ask('{ version }');
    expect(connections()).toBe(1);
  });

  it('is sent once more where its connection is cut before an answer, and no third time', async () => {
    let asked = 0;
    let cuts = 0;
    const rogue = await open(
      rogueOverHttp((request, response) => {
        asked += 1;
        if (cuts-- > 0) request.socket.destroy();
        else saying('{"data":{"version":"1"}}')(request, response);
      }),
    );
    const gateway = await gatewayOver(rogue);
    const outcome = async (): Promise<unknown> => {
      const { data, errors = [] } = await gateway.ask('{ version }');
      return [data, errors.map(({ extensions }) => extensions?.['code'])];
    };
    for (const [cut, told, sent] of [
      [0, [{ version: '1' }, []], 1],
      [1, [{ version: '1' }, []], 2],
      [2, [null, ['SUBGRAPH_UNAVAILABLE']], 2],
    ] as const) {
      [asked, cuts] = [0, cut];
      expect([cut, await outcome()]).toEqual([cut, told]);
      expect([cut, asked]).toEqual([cut, sent]);
    }
  });

  it('is sent once only along a road: what streams has gone', async () => {
    let asked = 0;
    const rogue = await open(
      rogueOverHttp((request) => {
        asked += 1;
        request.socket.destroy();
      }),
    );
    const transport = httpTransport(rogue.url);
    const travelling = transport.travel('{}', Readable.from(['a;b']), '', AbortSignal.timeout(10_000));
    await expect(travelling).rejects.toMatchObject({ code: 'SUBGRAPH_UNAVAILABLE' });
    expect(asked).toBe(1);
    await transport.close();
  });

  it('is told to whoever counts', async () => {
    const told: string[] = [];
    const gateway = await open(openTestGateway({ onSubgraphRequest: (name, body) => told.push(`${name} ${body}`) }));
    await gateway.ask('{ offers { organisation { name } } }');
    expect(told.map((line) => line.split(' ')[0])).toEqual(['capacity', 'people']);
    expect(told[1]).toContain('"representations":[{"__typename":"Organisation","id":"o1"}');
  });
});

describe('the circuit of a subgraph', () => {
  const broken = { code: 'SUBGRAPH_UNAVAILABLE', subgraph: 'cases' };
  const codes = async (gateway: TestGateway): Promise<unknown> =>
    (await gateway.ask('{ cases { id } }')).errors?.map(({ extensions }) => extensions);

  async function circuit(gateway: TestGateway): Promise<unknown> {
    const response = await fetch(`${gateway.url}/health/ready`);
    const { subgraphs } = (await response.json()) as { subgraphs: Record<string, { circuit: string }> };
    return subgraphs['cases']?.circuit;
  }

  it('opens when it keeps failing, then is asked nothing, and closes when one probe holds', async () => {
    let asked = 0;
    let isUp = false;
    const rogue = await open(
      rogueOverHttp((request, response) => {
        if (request.url === '/graphql') asked += 1;
        saying(isUp ? '{"data":{"cases":[]}}' : 'down', isUp ? 200 : 502)(request, response);
      }),
    );
    const log = capturedLog();
    const gateway = await gatewayOver(rogue, { timeouts: { circuitResetMs: 2_000 }, logger: log.logger });
    for (let i = 0; i < 8; i += 1) expect(await codes(gateway)).toEqual([broken]);
    expect(asked).toBe(5);
    expect(await circuit(gateway)).toBe('open');
    isUp = true;
    expect(await codes(gateway)).toEqual([broken]);
    await new Promise((resolve) => setTimeout(resolve, 2_500));
    expect(await circuit(gateway)).toBe('half-open');
    expect(await codes(gateway)).toBeUndefined();
    expect(asked).toBe(6);
    expect(log.text()).toContain('"state":"open"');
    expect(log.text()).not.toContain(rogue.url);
  });

  it('stays closed for errors in GraphQL', async () => {
    const answer =
      '{"data":{"cases":null},"errors":[{"message":"x","path":["cases"],"extensions":{"code":"FORBIDDEN"}}]}';
    const gateway = await gatewayOver(await open(rogueOverHttp(saying(answer))));
    for (let i = 0; i < 10; i += 1) expect(await codes(gateway)).toEqual([{ code: 'FORBIDDEN' }]);
    expect(await circuit(gateway)).toBe('closed');
  });

  it('of one subgraph leaves the others alone', async () => {
    const gateway = await gatewayOver(await open(rogueOverHttp(saying('down', 502))));
    for (let i = 0; i < 8; i += 1) await codes(gateway);
    expect((await gateway.ask('{ offers { id } }')).errors).toBeUndefined();
  });
});

describe('the time of a request', () => {
  it('is shared by its subgraphs: whoever comes late has what is left', async () => {
    const slow = await open(
      rogueOverHttp((request, response) => {
        setTimeout(
          () =>
            saying(
              '{"data":{"offers":[{"__typename":"Offer","organisation":{"__typename":"Organisation","id":"o1"}}]}}',
            )(request, response),
          250,
        );
      }),
    );
    const hanging = await open(rogueOverHttp(() => undefined));
    const links = { capacity: httpTransport(slow.url), people: httpTransport(hanging.url) };
    const gateway = await open(openTestGateway({ links, timeouts: { fetchMs: 600_000, requestMs: 2_000 } }));
    const { errors } = await gateway.ask('{ offers { organisation { name } } }');
    expect(errors?.[0]).toMatchObject({
      path: ['offers', 0, 'organisation'],
      extensions: { code: 'SUBGRAPH_TIMEOUT' },
    });
  });
});
