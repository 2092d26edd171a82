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

  const flowing = (bytes: number): RequestInit => {
    const body = new Blob([Buffer.alloc(bytes)]).stream();
    return { body, duplex: 'half' };
  };

  it('carries a body there and the answer back', async () => {
    const start = { kind: 'start', subject: 'p', parameters: { a: '1' }, idempotencyKey: 'k' };
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
