import { once } from 'node:events';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { fastify, type FastifyInstance } from 'fastify';
import { hurryBodies } from './hurry-bodies.js';

let http: FastifyInstance;
let port: number;

beforeAll(async () => {
  http = fastify();
  hurryBodies(http, 200);
  http.post('/', () => 'done');
  http.post('/slow', { config: { isUnhurried: true } }, () => 'done');
  port = Number(new URL(await http.listen({ port: 0 })).port);
});
afterAll(() => http.close());

/** Sends the last byte of a body so much later than the rest, and gives the status line of the answer. */
async function send(path: string, delayMs: number): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  socket.on('error', () => undefined);
  socket.write(`POST ${path} HTTP/1.1\r\nHost: hub\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{`);
  const rest = setTimeout(() => socket.write('}'), delayMs);
  const [answer] = (await once(socket, 'data')) as [Buffer];
  clearTimeout(rest);
  socket.destroy();
  return answer.toString().split('\r\n')[0] ?? '';
}

describe('a body that comes slowly', () => {
  it('is waited for, but not for ever', async () => {
    expect(await send('/', 50)).toContain('200 OK');
    expect(await send('/', 5_000)).toContain('408 Request Timeout');
  });

  it('is left to a route that watches the time itself', async () => {
    expect(await send('/slow', 400)).toContain('200 OK');
  });
});
