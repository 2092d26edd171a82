import { fastify } from 'fastify';
import { describe, expect, it } from '@jest/globals';
import { openTestGateway } from '../../testing/test-gateway.js';
import { listen } from './listen.js';

describe('an address that cannot be listened on', () => {
  it('is told in one sentence when it is taken, and nothing stays half open', async () => {
    const gateway = await openTestGateway();
    const port = Number(new URL(gateway.url).port);
    await expect(openTestGateway({ port })).rejects.toMatchObject({
      name: 'ConfigurationError',
      message: `Port ${port} on 127.0.0.1 is taken: stop what uses it or set PORT to another.`,
    });
    expect((await gateway.ask('{ version }')).data).toEqual({ version: '1' });
    await gateway.close();
  });

  it.each(['203.0.113.1', 'no.such.name.invalid'])(
    'is told in one sentence when it is not of this machine: %s',
    async (host) => {
      await expect(listen(fastify(), host, 0)).rejects.toMatchObject({ name: 'ConfigurationError' });
    },
  );
});
