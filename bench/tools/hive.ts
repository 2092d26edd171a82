import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { JSONWebKeySet, JWK } from 'jose';
import { freePort } from '../../infra/postgres/embedded.js';
import { supervise } from '../../infra/processes/supervise.js';
import type { SubgraphName } from '../../infra/subgraphs.js';

export interface HiveOptions {
  /** `examples/hive-gateway.mjs`, or a copy of it where another Hive Gateway is installed. */
  readonly script: URL;
  readonly subgraphs: Readonly<Record<SubgraphName, string>>;
  /** Whose access tokens it believes. */
  readonly jwks: JSONWebKeySet;
  readonly issuer: string;
  readonly audience: string;
  /** With what it signs who is asking. */
  readonly signingKey: JWK;
  readonly planner?: 'javascript' | 'rust';
}

/** Hive Gateway in a process of its own. */
export interface Hive {
  readonly url: string;
  pid(): number | undefined;
  close(): Promise<void>;
}

/** Hive Gateway over the subgraphs of a hub, as `examples/hive-gateway.mjs` runs it. */
export async function startHive({ script, subgraphs, jwks, signingKey, ...told }: HiveOptions): Promise<Hive> {
  const keys = createServer((_request, response) => response.end(JSON.stringify(jwks))).listen(0, '127.0.0.1');
  await once(keys, 'listening');
  const port = await freePort();
  const child = await supervise({
    name: 'Hive Gateway',
    script,
    environment: {
      ...{ CASES_URL: subgraphs.cases, CAPACITY_URL: subgraphs.capacity, PEOPLE_URL: subgraphs.people },
      ...{ TOKEN_KEYS_URL: `http://127.0.0.1:${(keys.address() as AddressInfo).port}/`, TOKEN_ISSUER: told.issuer },
      ...{ TOKEN_AUDIENCE: told.audience, PLANNER: told.planner ?? 'javascript', NODE_ENV: 'production' },
      GATEWAY_PRIVATE_KEY: JSON.stringify(signingKey),
      PORT: String(port),
    },
    report: (line) => console.error(line),
  });
  return {
    url: `http://127.0.0.1:${port}`,
    pid: () => child.pid(),
    async close() {
      await child.stop();
      keys.close();
    },
  };
}
