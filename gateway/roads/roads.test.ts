import { once } from 'node:events';
import { request, type IncomingMessage, type OutgoingHttpHeaders } from 'node:http';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { signInternalToken } from '../../platform/identity/internal-token.js';
import { writeHead } from '../../platform/subgraph/roads/road.js';
import { callerAs } from '../../test/builders/callers.js';
import { gatewayPair, token } from '../testing/identity.js';
import { openTestGateway, type TestGateway } from '../testing/test-gateway.js';

const roads = ['measure', 'refuse', 'fail', 'break', 'nowhere'];
const mostBytes = 1_000_000;
let provider: string;
beforeAll(async () => {
  provider = await token({ claims: { sub: 'p', roles: ['provider-system'] } });
});

describe.each([
  ['in one process', false],
  ['over HTTP', true],
])('a road %s', (_form, overHttp) => {
  let gateway: TestGateway;

  beforeAll(async () => {
    gateway = await openTestGateway({
      overHttp,
      routes: [
        ({ addRoad }) => {
          for (const road of roads)
            addRoad({ method: 'POST', url: `/${road}`, subgraph: 'capacity', road, mostBytes, mostMs: 2_000 });
          addRoad({ method: 'POST', url: '/wait', subgraph: 'capacity', road: 'measure', mostBytes, mostMs: 60_000 });
        },
      ],
    });
  });
  afterAll(() => gateway.close());

  async function send(path: string, init: RequestInit = {}, bearer = provider): Promise<[number, unknown[]]> {
    const headers = { authorization: `Bearer ${bearer}`, 'idempotency-key': 'k' };
    const response = await fetch(`${gateway.url}/${path}`, { method: 'POST', headers, ...init });
    const text = await response.text();
    const lines = text.split('\n').filter(Boolean);
    return [response.status, lines.map((line) => JSON.parse(line) as unknown)];
  }

  /** Sent as it is: fetch would make one header of two. */
  async function twice(path: string, own: OutgoingHttpHeaders): Promise<[number | undefined, unknown]> {
    const headers = { authorization: `Bearer ${provider}`, ...own };
    const sent = request(`${gateway.url}/${path}`, { method: 'POST', headers }).end('x');
    const [response] = (await once(sent, 'response')) as [IncomingMessage];
    let text = '';
    for await (const chunk of response) text += String(chunk);
    return [response.statusCode, JSON.parse(text)];
  }

  const flowing = (bytes: number): RequestInit => {
    const body = new Blob([Buffer.alloc(bytes)]).stream();
    return { body, duplex: 'half' };
  };

  it('carries a body there and the answer back', async () => {
    const start = { kind: 'start', subject: 'https://identity.test#p', parameters: { a: '1' }, idempotencyKey: 'k' };
    const whole = [200, [start, { kind: 'summary', bytes: 900_000 }]];
    expect(await send('measure?a=1', { body: Buffer.alloc(900_000) })).toEqual(whole);
    expect(await send('measure?a=1', flowing(900_000))).toEqual(whole);
  });

  it('says why when the body is too large, in the last line where the answer had begun', async () => {
    const refused = { errors: [{ extensions: { code: 'PAYLOAD_TOO_LARGE', limit: mostBytes } }] };
    expect(await send('measure', { body: Buffer.alloc(1_000_001) })).toMatchObject([413, [refused]]);
    const [status, lines] = await send('measure', flowing(1_100_000));
    expect([200, 413]).toContain(status);
    expect(lines.at(-1)).toMatchObject(status === 413 ? refused : { kind: 'error' });
  });

  it('is closed to other roles, to nobody’s token and to packed bodies', async () => {
    const broker = await token();
    expect(await send('measure', { body: 'x' }, broker)).toMatchObject([
      403,
      [{ errors: [{ extensions: { code: 'FORBIDDEN' } }] }],
    ]);
    expect(await send('measure', { body: 'x' }, 'none')).toMatchObject([401, [expect.anything()]]);
    const headers = { authorization: `Bearer ${provider}`, 'content-encoding': 'gzip' };
    expect(await send('measure', { body: 'x', headers })).toMatchObject([415, [expect.anything()]]);
  });

  it.each([
    ['refuse', 400, 'BAD_USER_INPUT'],
    ['fail', 500, 'INTERNAL'],
    ['nowhere', 404, 'NOT_FOUND'],
  ])('tells what a subgraph refuses: %s', async (path, status, code) => {
    const answer = await send(path, { body: 'x' });
    expect(answer).toMatchObject([status, [{ errors: [{ extensions: { code } }] }]]);
    expect(JSON.stringify(answer)).not.toContain('SECRET');
  });

  it('does not look whole when it breaks on the way', async () => {
    const [status, lines] = await send('break', { body: 'x' });
    expect([status, lines]).toMatchObject([200, [{ kind: 'start' }, { kind: 'error', code: 'SUBGRAPH_UNAVAILABLE' }]]);
    expect(JSON.stringify(lines)).not.toContain('SECRET');
  });

  it.each([
    ['measure?a=1&a=1', {}, 'a'],
    ['measure?a=1&b=1&a=2&a=3', {}, 'a'],
    [`measure?${'%3C'.repeat(9)}=1&${'%3C'.repeat(9)}=1`, {}, 'query'],
    ['measure', { 'idempotency-key': ['k', 'k'] }, 'idempotency-key'],
  ])('takes no word that is said twice: %s %j', async (path, headers, field) => {
    const answer = await twice(path, headers);
    expect(answer).toMatchObject([400, { errors: [{ extensions: { code: 'BAD_USER_INPUT', field } }] }]);
  });

  it('has room for two of one organisation and for eight in all, and again when they are gone', async () => {
    const gone = new AbortController();
    const started = async (bearer: string): Promise<Response> => {
      const body = new ReadableStream({ start: (controller) => controller.enqueue(Buffer.alloc(10)) });
      const headers = { authorization: `Bearer ${bearer}` };
      const init = { method: 'POST', headers, body, duplex: 'half', signal: gone.signal };
      const response = await fetch(`${gateway.url}/wait`, init as RequestInit);
      expect(response.status).toBe(200);
      return response;
    };
    const organisation = (n: number): string => `20000000-0000-4000-8000-00000000000${n}`;
    const tokens = await Promise.all(
      Array.from({ length: 8 }, (_, n) =>
        token({ claims: { sub: `p${n}`, roles: ['provider-system'], organisation: organisation(n >> 1) } }),
      ),
    );
    for (const bearer of tokens.slice(0, 2)) await started(bearer);
    const colleague = await token({ claims: { sub: 'c', roles: ['provider-system'], organisation: organisation(0) } });
    const busy = [503, [{ errors: [{ extensions: { code: 'OVERLOADED' } }] }]];
    expect(await send('measure', { body: 'x' }, colleague)).toMatchObject(busy);
    expect(await send('measure', { body: 'x' })).toMatchObject([200, [{}, { bytes: 1 }]]);
    for (const bearer of tokens.slice(2)) await started(bearer);
    const refused = await fetch(`${gateway.url}/measure`, {
      method: 'POST',
      headers: { authorization: `Bearer ${provider}` },
    });
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '1']);
    gone.abort();
    let status = 503;
    while (status === 503) [status] = await send('measure', { body: 'x' }, colleague);
    expect(status).toBe(200);
  });

  it('ends when its time is over', async () => {
    const body = new ReadableStream({ start: (controller) => controller.enqueue(Buffer.alloc(10)) });
    const [status, lines] = await send('measure', { body, duplex: 'half' });
    expect([status, lines.at(-1)]).toMatchObject([200, { kind: 'error', code: 'DEADLINE_EXCEEDED' }]);
  });
});

describe('the way into a subgraph', () => {
  it('takes a token once, and for the head that it was made for', async () => {
    const gateway = await openTestGateway();
    const { endpoint } = gateway.subgraphs.capacity;
    const head = writeHead({ road: 'measure', parameters: {}, mediaType: null, bytes: null, idempotencyKey: null });
    const caller = callerAs('provider-system');
    const authorization = `Bearer ${await signInternalToken(gatewayPair.privateKey, 'capacity', caller, head)}`;
    const { signal } = new AbortController();
    const travel = async (text: string, word = authorization): Promise<number> =>
      (await endpoint.travel(text, Readable.from(['x']), word, signal)).status;
    expect(await travel(head.replace('measure', 'refuse'))).toBe(401);
    expect(await travel(head)).toBe(200);
    expect(await travel(head)).toBe(401);
    const elsewhere = `Bearer ${await signInternalToken(gatewayPair.privateKey, 'cases', caller, head)}`;
    expect(await travel(head, elsewhere)).toBe(401);
    await gateway.close();
  });
});
