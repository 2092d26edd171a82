import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { Pool, type Dispatcher } from 'undici';
import type { Front } from './part.js';

type Headers = Record<string, string | string[]>;

const ofTheConnection = new Set(['host', 'connection', 'keep-alive', 'transfer-encoding', 'content-length', 'expect']);

/** Several processes are asked in turn. What one did not answer, because it is away or hung up, is sent to the next: every change carries a key. */
export async function openBalancer(ports: readonly number[]): Promise<Front> {
  const pools = ports.map(
    (port) => new Pool(`http://127.0.0.1:${port}`, { connections: 32, keepAliveTimeout: 50_000 }),
  );
  let turn = 0;

  async function pass(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await buffer(request);
    const first = turn++;
    for (let tried = 0; tried < pools.length; tried++) {
      const answer = await ask(pools[(first + tried) % pools.length] as Pool, request, body);
      if (!answer && tried < pools.length - 1) continue;
      if (!answer) response.writeHead(502).end();
      else response.writeHead(answer.statusCode, withoutConnection(answer.headers)).end(await buffer(answer.body));
      return;
    }
  }

  const server = createServer((request, response) => {
    pass(request, response).catch(() => response.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async close() {
      server.closeAllConnections();
      server.close();
      await Promise.all(pools.map((pool) => pool.destroy()));
    },
  };
}

async function ask(
  pool: Pool,
  { method, url: path, headers }: IncomingMessage,
  body: Buffer,
): Promise<Dispatcher.ResponseData | null> {
  const sent = withoutConnection(headers);
  try {
    return await pool.request({
      ...{ path: path ?? '/', method: method as Dispatcher.HttpMethod, headers: sent },
      ...(body.length > 0 && { body }),
    });
  } catch {
    return null;
  }
}

function withoutConnection(headers: Dispatcher.ResponseData['headers']): Headers {
  const kept = Object.entries(headers).filter(([name, value]) => value !== undefined && !ofTheConnection.has(name));
  return Object.fromEntries(kept) as Headers;
}
