import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { token } from '../testing/identity.js';
import { openTestGateway, type TestGateway } from '../testing/test-gateway.js';
import type { AddRoutes } from '../routes/added-routes.js';

const brokerToken = await token();

const heavy = JSON.stringify({ query: '{ version }' }).padEnd(30_000);
const light = JSON.stringify({ query: '{ version }' });

/** A route that reads in bulk, and a road. */
const routes: readonly AddRoutes[] = [
  ({ http, identify, handOn, callerOf }) =>
    http.get('/all', { onRequest: [identify, handOn] }, (request) => [callerOf(request).subject, request.url]),
  ({ addRoad }) =>
    addRoad({
      method: 'POST',
      url: '/measure',
      subgraph: 'capacity',
      road: 'measure',
      mostBytes: 1_000_000,
      mostMs: 2_000,
    }),
];

let hub: TestGateway;
let lane: TestGateway;
let address: URL | null;
let provider: string;
/** How many requests the subgraphs behind each got, and how many over HTTP the lane. */
const asked = { hub: 0, lane: 0 };
let reached = 0;

beforeAll(async () => {
  const counted: readonly AddRoutes[] = [...routes, ({ http }) => http.server.on('request', () => (reached += 1))];
  lane = await openTestGateway({ routes: counted, isBulkLane: true, onSubgraphRequest: () => (asked.lane += 1) });
  const bulkLane = (): URL | null => address;
  hub = await openTestGateway({ routes, bulkLane, onSubgraphRequest: () => (asked.hub += 1) });
  provider = await token({ claims: { sub: 'p', roles: ['provider-system'] } });
});
afterAll(async () => {
  await hub.close();
  await lane.close();
});
beforeEach(() => {
  address = new URL(lane.url);
  asked.hub = 0;
  asked.lane = 0;
  reached = 0;
});

const flowing = (text: string): RequestInit => ({ body: new Blob([text]).stream(), duplex: 'half' });

function send(path: string, init: RequestInit, bearer = brokerToken): Promise<Response> {
  const headers = { authorization: `Bearer ${bearer}`, 'content-type': 'application/json' };
  return fetch(`${hub.url}${path}`, { method: 'POST', ...init, headers: { ...headers, ...init.headers } });
}

/** Sends a request as it stands, and gives all that is answered. */
function raw(line: string, bearer: string, own: readonly string[] = [], body = ''): Promise<string> {
  const socket = connect(Number(new URL(hub.url).port), '127.0.0.1');
  const head = [`${line} HTTP/1.1`, 'Host: hub', `Authorization: Bearer ${bearer}`, 'Connection: close', ...own];
  socket.write(`${head.join('\r\n')}\r\n\r\n${body}`);
  return text(socket);
}

describe('the lane for bulk', () => {
  it.each<[string, RequestInit, typeof asked]>([
    ['a question stays', { body: light }, { hub: 1, lane: 0 }],
    ['a heavy request is handed on', { body: heavy }, { hub: 0, lane: 1 }],
    ['a body that does not tell its length is handed on', flowing(light), { hub: 0, lane: 1 }],
  ])('%s', async (_what, init, expected) => {
    const response = await send('/graphql', init);
    expect(await response.json()).toEqual({ data: { version: '1' } });
    expect(asked).toEqual(expected);
  });

  it('answers under the id that the hub gave the request, and with its headers', async () => {
    const response = await send('/graphql', { body: heavy });
    expect(response.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
    expect(lane.subgraphs.cases.callers.at(-1)?.requestId).toBe(response.headers.get('x-request-id'));
    expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
  });

  it('gets routes and roads that read or write in bulk, with their parameters', async () => {
    expect(await (await send('/all?since=1', { method: 'GET' }, provider)).json()).toEqual([
      'https://identity.test#p',
      '/all?since=1',
    ]);
    const measured = await send('/measure?a=1', { body: 'x'.repeat(50_000) }, provider);
    expect(await measured.text()).toContain('"bytes":50000');
    expect(lane.subgraphs.capacity.callers).toEqual([]);
  });

  it('is not reached without a token, or by a body that is too large', async () => {
    expect((await send('/graphql', { body: heavy }, 'none')).status).toBe(401);
    expect((await send('/graphql', { body: heavy, headers: { 'content-encoding': 'gzip' } })).status).toBe(415);
    expect((await send('/measure', { body: Buffer.alloc(1_000_001) }, provider)).status).toBe(413);
    expect((await send('/graphql', { body: heavy.padEnd(100_001) })).status).toBe(413);
    expect((await send('/graphql', { body: heavy.padEnd(512_001) }, provider)).status).toBe(413);
    expect(reached).toBe(0);
    expect((await send('/graphql', { body: heavy.padEnd(100_000) })).status).toBe(200);
    expect(reached).toBe(1);
  });

  it.each(['http://127.0.0.1', '//127.0.0.1', '/\\127.0.0.1'])(
    'is the only place where a request is handed on to, though it names another: %s',
    async (origin) => {
      let strayed = 0;
      const elsewhere: Server = createServer((_request, response) => {
        strayed += 1;
        response.end();
      }).listen(0, '127.0.0.1');
      await once(elsewhere, 'listening');
      const { port } = elsewhere.address() as AddressInfo;
      expect(await raw(`GET ${origin}:${port}/all`, provider)).toMatch(/^HTTP\/1\.1 400 .*"BAD_REQUEST"/s);
      expect([strayed, reached]).toEqual([0, 0]);
      elsewhere.close();
    },
  );

  it.each(['x=%', 'x=/../a', 'x=%2e%2e/', 'x=a%20b&y=1?2'])('changes no answer by its query: %j', async (query) => {
    const target = `/all?${query}`;
    const handedOn = await (await send(target, { method: 'GET' }, provider)).json();
    address = null;
    expect(await (await send(target, { method: 'GET' }, provider)).json()).toEqual(handedOn);
    expect(handedOn).toEqual(['https://identity.test#p', target]);
  });

  it('is done without while nobody is there', async () => {
    address = null;
    expect(await (await send('/graphql', { body: heavy })).json()).toEqual({ data: { version: '1' } });
    expect(await (await send('/graphql', flowing(light))).json()).toEqual({ data: { version: '1' } });
    expect(asked).toEqual({ hub: 2, lane: 0 });
  });

  it.each([
    ['expect', '100-continue'],
    ['keep-alive', 'timeout=5'],
    ['upgrade', 'h2c'],
    ['proxy-connection', 'keep-alive'],
  ])('does not hear what a client says of its own connection: %s', async (name, value) => {
    const own = [`Content-Length: ${heavy.length}`, 'Content-Type: application/json', `${name}: ${value}`];
    const answer = await raw('POST /graphql', brokerToken, own, heavy);
    expect(answer).toContain('"version":"1"');
    expect(answer).toMatch(/\r\nconnection: close\r\n/i);
    expect(asked).toEqual({ hub: 0, lane: 1 });
  });

  it('is not asked any longer by who has hung up', async () => {
    const silent = createServer((coming) => coming.resume()).listen(0, '127.0.0.1');
    await once(silent, 'listening');
    address = new URL(`http://127.0.0.1:${(silent.address() as AddressInfo).port}`);
    const leaving = new AbortController();
    const left = send('/graphql', { body: heavy, signal: leaving.signal }).catch(
      (error: unknown) => (error as Error).name,
    );
    const [coming, response] = (await once(silent, 'request')) as [IncomingMessage, ServerResponse];
    await once(coming, 'end');
    leaving.abort();
    await once(response, 'close');
    expect(await left).toBe('AbortError');
    silent.close();
  });

  it('that cannot be asked at all is told as a fault of the hub', async () => {
    address = new URL('ftp://127.0.0.1');
    const response = await send('/graphql', { body: heavy });
    expect(response.status).toBe(500);
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'INTERNAL' } }] });
  });

  it('that has just gone is told as a hub that is too busy', async () => {
    address = new URL('http://127.0.0.1:1');
    const response = await send('/graphql', { body: heavy, headers: { 'accept-language': 'en' } });
    expect(response.status).toBe(503);
    expect(response.headers.get('retry-after')).toBe('1');
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'OVERLOADED' } }] });
    expect(asked).toEqual({ hub: 0, lane: 0 });
  });
});
