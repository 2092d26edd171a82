import { expect, it } from '@jest/globals';
import { fastify } from 'fastify';
import { capturedLog } from '../testing/captured-log.js';
import { addOauthRoutes, machineRoutes } from './oauth-routes.js';
import { authorizationServer } from './authorization-server.js';
import type { ProviderOptions } from './create-provider.js';
import type { KeyRing } from './keys/key-ring.js';

it('an authorization server that fails says so at once, and tries again', async () => {
  const log = capturedLog();
  let asked = 0;
  const unreadable = {
    published: () => {
      asked += 1;
      return Promise.reject(Object.assign(new Error('SECRET'), { code: 'ENOENT' }));
    },
  } as unknown as KeyRing;
  const http = fastify();
  const server = authorizationServer({} as ProviderOptions, unreadable);
  addOauthRoutes(http, server, { publicUrl: new URL('http://127.0.0.1'), routes: machineRoutes, logger: log.logger });
  const url = await http.listen({ port: 0, host: '127.0.0.1' });
  for (const expected of [1, 2]) {
    const response = await fetch(`${url}/oauth/jwks`, { signal: AbortSignal.timeout(3_000) });
    expect(response.status).toBe(503);
    expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect(await response.json()).toEqual({ error: 'temporarily_unavailable' });
    expect(asked).toBe(expected);
  }
  expect(log.text()).toContain('"errorCode":"ENOENT"');
  expect(log.text()).not.toContain('SECRET');
  await http.close();
});

it('a library that could not be set up is set up again when somebody next asks', async () => {
  const keys = { published: () => Promise.resolve([]) } as unknown as KeyRing;
  // nothing that the library needs
  const server = authorizationServer({} as ProviderOptions, keys);
  const ask = (): Promise<unknown> =>
    Promise.resolve(server({} as never, {} as never)).catch((error: unknown) => error);
  const first = await ask();
  expect(first).toMatchObject({ name: 'TypeError' });
  expect(await ask()).not.toBe(first);
});
