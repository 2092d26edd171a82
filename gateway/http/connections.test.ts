import { once } from 'node:events';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { describe, expect, it } from '@jest/globals';
import { createLogger } from '../../platform/process/logger.js';
import { limits } from '../limits/limits.js';
import { createHttp } from './create-http.js';

describe('connections', () => {
  it('are as many as the share of a worker: one more is hung up on, and let in once another goes', async () => {
    // with so many workers the share of each is two
    const http = await createHttp({ logger: createLogger('gateway', 'silent'), workers: limits.connections / 2 });
    await http.listen({ port: 0, host: '127.0.0.1' });
    const { port } = http.server.address() as AddressInfo;
    const [first, second] = [await opened(port), await opened(port)];
    const third = await opened(port);
    await once(third, 'close');
    expect([first.destroyed, second.destroyed]).toEqual([false, false]);
    const gone = once(http.server, 'connection').then(([socket]) => socket as Socket);
    first.destroy();
    second.destroy();
    for (const socket of [first, second]) if (!socket.closed) await once(socket, 'close');
    await untilNobody(http.server);
    const next = await opened(port);
    expect((await gone).destroyed).toBe(false);
    next.destroy();
    await http.close();
  });
});

async function opened(port: number): Promise<Socket> {
  const socket = connect(port, '127.0.0.1').on('error', () => undefined);
  await once(socket, 'connect');
  return socket;
}

async function untilNobody(server: {
  getConnections(tell: (error: Error | null, count: number) => void): unknown;
}): Promise<void> {
  const count = await new Promise<number>((resolve) => server.getConnections((_error, found) => resolve(found)));
  if (count === 0) return;
  await new Promise((resolve) => setImmediate(resolve));
  await untilNobody(server);
}
