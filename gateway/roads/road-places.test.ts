import { once } from 'node:events';
import { request as send } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, it } from '@jest/globals';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { createLogger } from '../../platform/process/logger.js';
import { createPlaces } from '../../platform/process/places.js';
import { callerAs } from '../../test/builders/callers.js';
import { createHttp } from '../http/create-http.js';
import { addRoadRoute } from './road-route.js';

it('whoever hangs up while the hub still asks who he is keeps no place', async () => {
  const logger = createLogger('gateway', 'silent');
  const places = createPlaces({ atOnce: 1, ofOne: 1 });
  const caller = callerAs('provider-system');
  const asking: Promise<unknown>[] = [];
  const http = await createHttp({ logger });
  http.decorateRequest('caller', null);
  const identify = async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
    asking.push(once(reply.raw, 'close'));
    await asking.at(-1);
    request.caller = caller;
  };
  addRoadRoute(http, {
    method: 'POST',
    url: '/measure',
    subgraph: 'capacity',
    road: 'measure',
    mostBytes: 1_000,
    mostMs: 60_000,
    identify,
    identifyWithFile: identify,
    handOn: (_request, _reply, done) => done(),
    links: [],
    places,
    logger,
  });
  const url = await http.listen({ port: 0, host: '127.0.0.1' });
  const sent = send(`${url}/measure`, { method: 'POST', headers: { 'content-length': 500 } });
  sent.on('error', () => undefined).write('x');
  while (asking.length === 0) await wait(5);
  sent.destroy();
  await asking[0];
  await wait(20);
  expect(() => places.take(caller.subject)()).not.toThrow();
  http.server.closeAllConnections();
  await http.close();
});
