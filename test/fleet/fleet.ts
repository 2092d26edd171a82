import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { exportJWK, type JWK } from 'jose';
import { audience, gatewayPair, issuer, jwks } from '../../gateway/testing/identity.js';
import { oauthKeysFile } from '../../infra/identity/oauth-keys.js';
import { freePort } from '../../infra/postgres/embedded.js';
import { subgraphNames, type SubgraphName } from '../../infra/subgraphs.js';
import { testKeysFile } from '../content-keys.js';
import { cloneDatabase, type TestDatabase } from '../database.js';
import { ample, patient } from '../hub.js';
import { openRelay } from '../builders/relay.js';
import { openBalancer, type Balancer } from './balancer.js';

export type Part = SubgraphName | 'gateway';

/** The parts of a hub as processes of this machine, several of a kind behind one address, over one database. */
export interface Fleet {
  readonly database: TestDatabase;
  /** The one address of each part. */
  readonly addresses: Readonly<Record<Part, string>>;
  /** The addresses of the gateways themselves. */
  readonly gateways: readonly string[];
  /** With what the gateways sign who is asking. */
  readonly signingKey: JWK;
  /** Stops the processes of a part one by one, as a release does, each of which is there again before the next stops; gives their exit codes. */
  restart(part: Part): Promise<unknown[]>;
  close(): Promise<void>;
}

interface Running {
  readonly port: number;
  child: ChildProcess;
}

const dist = new URL('../../dist/', import.meta.url);
const programOf = (part: Part): string =>
  part === 'gateway' ? 'infra/processes/gateway.js' : `subgraphs/${part}/main.js`;

export async function openFleet(
  counts: Readonly<Record<Part, number>>,
  settings: NodeJS.ProcessEnv = {},
): Promise<Fleet> {
  const folder = await mkdtemp(join(tmpdir(), 'thuisbasis-fleet-'));
  const database = await cloneDatabase('demonstration');
  const parts: readonly Part[] = [...subgraphNames, 'gateway'];
  const running = new Map<Part, Running[]>();
  const balancers = new Map<Part, Balancer>();
  for (const part of parts) {
    const ports = await Promise.all(Array.from({ length: counts[part] }, () => freePort()));
    balancers.set(part, part === 'gateway' ? await openBalancer(ports) : await openService(ports));
    running.set(
      part,
      ports.map((port) => ({ port }) as Running),
    );
  }
  const addressOf = (part: Part): string => balancers.get(part)?.url ?? '';
  const environments = await environmentsOf(folder, database, addressOf);
  const start = async (part: Part, one: Running): Promise<void> => {
    const env = { PATH: process.env['PATH'], ...ample, ...patient, ...settings, ...environments[part] };
    one.child = fork(fileURLToPath(new URL(programOf(part), dist)), { env: { ...env, PORT: String(one.port) } });
    await Promise.race([once(one.child, 'message'), failed(part, one.child)]);
  };
  for (const part of parts) await Promise.all((running.get(part) ?? []).map((one) => start(part, one)));

  return {
    database,
    addresses: { ...Object.fromEntries(parts.map((part) => [part, addressOf(part)])) } as Fleet['addresses'],
    gateways: (running.get('gateway') ?? []).map(({ port }) => `http://127.0.0.1:${port}`),
    signingKey: await exportJWK(gatewayPair.privateKey),
    async restart(part) {
      const codes: unknown[] = [];
      for (const one of running.get(part) ?? []) {
        codes.push(await stop(one.child));
        await start(part, one);
      }
      return codes;
    },
    async close() {
      for (const part of parts.toReversed())
        await Promise.all((running.get(part) ?? []).map(({ child }) => stop(child)));
      await Promise.all([...balancers.values()].map((balancer) => balancer.close()));
      await database.drop();
      await rm(folder, { recursive: true });
    },
  };
}

/** Gateways reach subgraphs as in a cluster: over connections that are kept, and led to one process or another. */
async function openService(ports: readonly number[]): Promise<Balancer> {
  const relay = await openRelay(() => ports);
  return { url: `http://127.0.0.1:${relay.port}`, close: () => relay.close() };
}

async function stop(child: ChildProcess): Promise<unknown> {
  const gone = once(child, 'exit');
  child.kill('SIGTERM');
  return ((await gone) as unknown[])[0];
}

async function failed(part: Part, child: ChildProcess): Promise<never> {
  const [code] = (await once(child, 'exit')) as unknown[];
  throw new Error(`${part} does not start: exit code ${String(code)}`);
}

async function environmentsOf(
  folder: string,
  database: TestDatabase,
  addressOf: (part: Part) => string,
): Promise<Record<Part, NodeJS.ProcessEnv>> {
  const tokenKeys = join(folder, 'jwks.json');
  await writeFile(tokenKeys, JSON.stringify(jwks));
  const publicJwk = JSON.stringify(await exportJWK(gatewayPair.publicKey));
  const shared = { LOG_LEVEL: 'error', CONTENT_KEYS_FILE: testKeysFile(), HOST: '127.0.0.1' };
  const subgraph = (name: SubgraphName): NodeJS.ProcessEnv => ({
    ...shared,
    DATABASE_URL: database.url(name),
    GATEWAY_PUBLIC_KEY: publicJwk,
  });
  return {
    cases: subgraph('cases'),
    capacity: subgraph('capacity'),
    people: subgraph('people'),
    gateway: {
      ...shared,
      GATEWAY_PRIVATE_KEY: JSON.stringify(await exportJWK(gatewayPair.privateKey)),
      DATABASE_URL: database.url('gateway'),
      CASES_URL: addressOf('cases'),
      CAPACITY_URL: addressOf('capacity'),
      PEOPLE_URL: addressOf('people'),
      PUBLIC_URL: addressOf('gateway'),
      OAUTH_KEYS_FILE: await oauthKeysFile(folder, {}),
      TOKEN_ISSUER: issuer,
      TOKEN_AUDIENCE: audience,
      TOKEN_KEYS_FILE: tokenKeys,
      OPERATIONS: 'any',
    },
  };
}
