import { Server } from 'node:net';
import { setImmediate as turn } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';

/** How long silent connections are kept, so that a client that was between two requests is told and not cut off. */
const lingerMs = 300;

/** Lets a server go without failing a request that it had accepted. */
export interface Drain {
  /** From now on every answer tells that its connection ends, and whoever asks whether to send requests here hears no. */
  begin(): void;
  hasBegun(): boolean;
  /**
   * Stops accepting and answers what still comes over kept connections, each of which is told that it ends; waits for what was accepted at most
   * `graceMs`, and as long for what came meanwhile.
   */
  close(graceMs: number): Promise<void>;
}

export function prepareDrain(http: FastifyInstance): Drain {
  let hasBegun = false;
  const allAnswered = countRequests(http);
  http.addHook('onSend', (_request, reply, _payload, done) => {
    if (hasBegun) void reply.header('connection', 'close');
    done();
  });

  const begin = (): void => {
    hasBegun = true;
  };
  return {
    begin,
    hasBegun: () => hasBegun,
    async close(graceMs) {
      begin();
      await takeWhoStandsAtTheDoor(http);
      const emptied = stopAccepting(http);
      await orAfter(graceMs, allAnswered());
      await orAfter(lingerMs, emptied);
      await orAfter(graceMs, allAnswered());
      http.server.closeAllConnections();
      await http.close();
    },
  };
}

/** Counts what is underway; the function that it gives waits until nothing is. */
function countRequests({ server }: FastifyInstance): () => Promise<void> {
  const waiting: (() => void)[] = [];
  let underway = 0;
  server.on('request', (_request, response) => {
    underway += 1;
    response.once('close', () => {
      underway -= 1;
      if (underway === 0) for (const resolve of waiting) resolve();
    });
  });
  return () => (underway === 0 ? Promise.resolve() : new Promise((resolve) => waiting.push(resolve)));
}

/** Node.js takes one connection in each turn of its loop, and the system cuts off those that still wait when the door is shut: they come in first. */
async function takeWhoStandsAtTheDoor({ server }: FastifyInstance): Promise<void> {
  const until = performance.now() + lingerMs;
  let hasCome = true;
  const note = (): void => void (hasCome = true);
  server.on('connection', note);
  while (hasCome && performance.now() < until) {
    hasCome = false;
    await turn();
    await turn();
  }
  server.off('connection', note);
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
