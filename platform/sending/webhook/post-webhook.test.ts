import { once } from 'node:events';
import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach, describe, expect, it } from '@jest/globals';
import { Webhook } from 'standardwebhooks';
import { webhookSender, type WebhookOptions, type WebhookOutcome } from './post-webhook.js';
import { isWebhookSecret, newWebhookSecret } from './signature.js';

interface Received {
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

const secret = newWebhookSecret();
const never = new AbortController().signal;
const closers: (() => Promise<unknown>)[] = [];

afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

/** A real server on this machine; it remembers what it received. */
async function receiver(answer: RequestListener = (_request, response) => void response.writeHead(204).end()) {
  const received: Received[] = [];
  const server: Server = createServer((request, response) => {
    void text(request).then((body) => {
      received.push({ headers: request.headers, body });
      answer(request, response);
    });
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  closers.push(async () => {
    server.closeAllConnections();
    await once(server.close(), 'close');
  });
  const { port } = server.address() as AddressInfo;
  return { received, port, url: `http://127.0.0.1:${port}/hub` };
}

async function post(url: string, options: Partial<WebhookOptions> = {}): Promise<WebhookOutcome> {
  const sender = webhookSender({ isLoopbackAllowed: true, timeoutMs: 1_000, ...options });
  closers.push(() => sender.close());
  const message = { url, secret, id: 'e1', contentType: 'application/cloudevents+json', body: '{"id":"e1"}' };
  return sender.post(message, never);
}

describe('a message to a partner', () => {
  it('arrives as it was written, and the published library believes its signature', async () => {
    const { url, received } = await receiver();
    expect(await post(url)).toBe('TAKEN');
    const [{ headers, body } = { headers: {}, body: '' }] = received;
    expect(body).toBe('{"id":"e1"}');
    expect(headers['content-type']).toBe('application/cloudevents+json');
    const verify = (key: string) => new Webhook(key).verify(body, headers as Record<string, string>);
    expect(verify(secret)).toEqual({ id: 'e1' });
    expect(() => verify(newWebhookSecret())).toThrow();
  });

  it.each([
    [200, 'TAKEN'],
    [204, 'TAKEN'],
    [301, 'NOT_TAKEN'],
    [400, 'NOT_TAKEN'],
    [410, 'GONE'],
    [503, 'NOT_TAKEN'],
  ] as const)('answered with %i is %s', async (status, outcome) => {
    const { url } = await receiver((_request, response) => void response.writeHead(status).end('x'));
    expect(await post(url)).toBe(outcome);
  });

  it('does not follow a redirect', async () => {
    const inner = await receiver();
    const { url } = await receiver((_request, response) => void response.writeHead(307, { location: inner.url }).end());
    expect(await post(url)).toBe('NOT_TAKEN');
    expect(inner.received).toEqual([]);
  });

  it('does not wait for an answer without end', async () => {
    const { url } = await receiver((_request, response) => {
      response.writeHead(200);
      const timer = setInterval(() => response.write('x'.repeat(100_000)), 1);
      response.on('close', () => clearInterval(timer));
    });
    expect(await post(url)).toBe('TAKEN');
  });

  it.each([
    ['says nothing', () => undefined],
    ['drips its headers', (_request, response) => {
      const timer = setInterval(() => response.socket?.write('HTTP'), 100);
      response.on('close', () => clearInterval(timer));
    }],
  ] satisfies [string, RequestListener][])('is given up in time when the receiver %s', async (_what, answer) => {
    const { url } = await receiver(answer);
    expect(['TIMEOUT', 'NO_CONNECTION']).toContain(await post(url));
  }); // prettier-ignore

  it('fails when nobody listens, and when the name is not known', async () => {
    expect(await post('http://127.0.0.1:9/')).toBe('NO_CONNECTION');
    expect(await post('https://nobody.invalid/')).toBe('NO_CONNECTION');
  });

  it('is refused headers without measure', async () => {
    const { url } = await receiver((_request, response) => void response.writeHead(200, { 'x-long': 'x'.repeat(12_000), 'x-more': 'x'.repeat(12_000) }).end()); // prettier-ignore
    expect(await post(url)).toBe('NO_CONNECTION');
  });
});

describe('a host that is not public', () => {
  it.each(['127.0.0.1', '[::1]', '[::ffff:127.0.0.1]', '10.0.0.1', '169.254.169.254', '[fd00:ec2::254]', '0.0.0.0'])(
    'is not called by its address: %s',
    async (host) => {
      expect(await post(`https://${host}/`, { isLoopbackAllowed: false })).toBe('ADDRESS_NOT_ALLOWED');
    },
  );

  it('is not called by a name that stands for it', async () => {
    const { port, received } = await receiver();
    expect(await post(`http://localhost:${port}/`, { isLoopbackAllowed: false })).toBe('ADDRESS_NOT_ALLOWED');
    expect(received).toEqual([]);
  });

  it('is not called when a name stands for a public and an inner host at once', async () => {
    const { port, received } = await receiver();
    const resolve = answering([['93.184.215.14', '127.0.0.1']]);
    expect(await post(`http://partner.example:${port}/`, { isLoopbackAllowed: false, resolve })).toBe('ADDRESS_NOT_ALLOWED'); // prettier-ignore
    expect(received).toEqual([]);
  });

  it('is not called when a name stands for it the second time only', async () => {
    const { port, received } = await receiver();
    const asked: string[] = [];
    const resolve = answering([['127.0.0.1'], ['10.0.0.1'], ['127.0.0.1']], asked);
    const sender = webhookSender({ isLoopbackAllowed: true, timeoutMs: 1_000, resolve });
    closers.push(() => sender.close());
    const message = { url: `http://partner.example:${port}/`, secret, id: 'e1', contentType: 'text/plain', body: '' };
    expect(await sender.post(message, never)).toBe('TAKEN');
    expect(await sender.post(message, never)).toBe('ADDRESS_NOT_ALLOWED');
    expect(asked).toHaveLength(2);
    expect(received).toHaveLength(1);
  });
});

describe('a secret', () => {
  it('is one that Standard Webhooks allows', () => {
    expect(isWebhookSecret(newWebhookSecret())).toBe(true);
    expect(newWebhookSecret()).not.toBe(newWebhookSecret());
    for (const weak of [
      '',
      'whsec_',
      'secret',
      'whsec_c2hvcnQ=',
      `whsec_${'A'.repeat(200)}`,
      `whsec_${'é'.repeat(40)}`,
    ])
      expect(isWebhookSecret(weak)).toBe(false);
  });
});

/** A name server that answers differently each time. */
function answering(
  turns: readonly (readonly string[])[],
  asked: string[] = [],
): NonNullable<WebhookOptions['resolve']> {
  return ((hostname: string, _options: object, callback: (error: null, addresses: object[]) => void) => {
    asked.push(hostname);
    const addresses = turns[Math.min(asked.length, turns.length) - 1] ?? [];
    callback(
      null,
      addresses.map((address) => ({ address, family: 4 })),
    );
  }) as never;
}
