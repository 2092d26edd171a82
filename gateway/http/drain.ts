import { Server } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { HubError } from '../../platform/errors.js';

/** How long silent connections are kept, so that a client that was between two requests is told and not cut off. */
const lingerMs = 300;

/** Lets a server go without failing a request that it had accepted. */
export interface Drain {
  /** Stops accepting, waits for what was accepted at most `graceMs`, closes. */
  close(graceMs: number): Promise<void>;
}

export function prepareDrain(http: FastifyInstance): Drain {
  let isClosing = false;
  let underway = 0;
  let whenDone: (() => void) | null = null;

  http.addHook('onRequest', (_request, _reply, done) => {
    if (isClosing) {
      done(new HubError('OVERLOADED'));
      return;
    }
    done();
  });
  http.addHook('onSend', (_request, reply, _payload, done) => {
    if (isClosing) void reply.header('connection', 'close');
    done();
  });
  http.server.on('request', (_request, response) => {
    underway += 1;
    response.once('close', () => {
      underway -= 1;
      if (underway === 0) whenDone?.();
    });
  });

  return {
    async close(graceMs) {
      isClosing = true;
      const emptied = stopAccepting(http);
      if (underway > 0) await orAfter(graceMs, new Promise<void>((resolve) => (whenDone = resolve)));
      await orAfter(lingerMs, emptied);
      http.server.closeAllConnections();
      await http.close();
    },
  };
}

/**
 * Takes no new connections and keeps those it has; resolves when none is left. http.Server's own close would at once cut the
 * connections that are silent now, on which a request may be underway.
 */
async function stopAccepting({ server }: FastifyInstance): Promise<void> {
  await new Promise<void>((resolve) => Server.prototype.close.call(server, () => resolve()));
}

async function orAfter(ms: number, work: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<void>((resolve) => (timer = setTimeout(resolve, ms)));
  await Promise.race([work, timeout]);
  clearTimeout(timer);
}
