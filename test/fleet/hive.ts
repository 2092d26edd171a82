import { fork } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { audience, issuer, jwks } from '../../gateway/testing/identity.js';
import { freePort } from '../../infra/postgres/embedded.js';
import type { Fleet } from './fleet.js';

/** Hive Gateway over the subgraphs of a fleet, as `examples/hive-gateway.mjs` runs it. */
export async function startHive({ parts, signingKey }: Fleet): Promise<{ url: string; close(): Promise<void> }> {
  const keys = createServer((_request, response) => response.end(JSON.stringify(jwks))).listen(0, '127.0.0.1');
  await once(keys, 'listening');
  const port = await freePort();
  const script = fileURLToPath(new URL('../../examples/hive-gateway.mjs', import.meta.url));
  const child = fork(script, {
    env: {
      ...{ CASES_URL: parts.cases.address, CAPACITY_URL: parts.capacity.address, PEOPLE_URL: parts.people.address },
      ...{ TOKEN_KEYS_URL: `http://127.0.0.1:${(keys.address() as AddressInfo).port}/`, TOKEN_ISSUER: issuer },
      TOKEN_AUDIENCE: audience,
      GATEWAY_PRIVATE_KEY: JSON.stringify(signingKey),
      PORT: String(port),
    },
  });
  const gone = once(child, 'exit');
  const [said] = (await Promise.race([once(child, 'message'), gone])) as unknown[];
  if (said !== 'ready') throw new Error('Hive Gateway does not start');
  return {
    url: `http://127.0.0.1:${port}`,
    async close() {
      child.kill('SIGKILL');
      await gone;
      keys.close();
    },
  };
}
