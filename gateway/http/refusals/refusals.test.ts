import { Readable } from 'node:stream';
import { expect, it } from '@jest/globals';
import fastify from 'fastify';
import { soon } from '../../../test/builders/soon.js';
import { capturedLog } from '../../testing/captured-log.js';
import { handleRefusals } from './refusals.js';

it('tells of no failure when a client hangs up before the first bit of an answer', async () => {
  const log = capturedLog();
  const http = fastify();
  const leaving = new AbortController();
  handleRefusals(http, log.logger);
  http.post('/', async (_request, reply) => {
    leaving.abort();
    await soon(() => reply.raw.destroyed || undefined);
    return reply.send(new Readable({ read: () => undefined }));
  });
  const url = await http.listen({ host: '127.0.0.1', port: 0 });
  const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}', signal: leaving.signal };
  await expect(fetch(url, init)).rejects.toThrow();
  const told = await soon(() => log.text() || undefined);
  await http.close();
  expect(told).toContain('"msg":"request refused"');
  expect(told).not.toContain('"level":50');
});
