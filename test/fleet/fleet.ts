import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exportJWK, type JWK } from 'jose';
import { audience, gatewayPair, issuer, jwks } from '../../gateway/testing/identity.js';
import { oauthKeysFile } from '../../infra/identity/oauth-keys.js';
import type { SubgraphName } from '../../infra/subgraphs.js';
import { openRelay } from '../builders/relay.js';
import { testKeysFile } from '../content-keys.js';
import { cloneDatabase, type TestDatabase } from '../database.js';
import { ample, patient } from '../hub.js';
import { openBalancer } from './balancer.js';
import { openPart, type FleetPart, type Front } from './part.js';

export type PartName = SubgraphName | 'gateway';

/** The parts of a hub as processes of this machine, several of a kind behind one address, over one database. */
export interface Fleet {
  readonly database: TestDatabase;
  readonly parts: Readonly<Record<PartName, FleetPart>>;
  /** With what the gateways sign who is asking. */
  readonly signingKey: JWK;
  close(): Promise<void>;
}

const usual = { ...ample, ...patient, LOG_LEVEL: 'error', HOST: '127.0.0.1' };

/** `settings`: what a gateway is told besides. */
export async function openFleet(
  counts: Readonly<Record<PartName, number>>,
  settings: Readonly<Record<string, string>> = {},
): Promise<Fleet> {
  const folder = await mkdtemp(join(tmpdir(), 'thuisbasis-fleet-'));
  const database = await cloneDatabase('demonstration');
  const key = JSON.stringify(await exportJWK(gatewayPair.publicKey));
  const openSubgraph = (name: SubgraphName): Promise<FleetPart> => {
    const own = { DATABASE_URL: database.url(name), GATEWAY_PUBLIC_KEY: key, CONTENT_KEYS_FILE: testKeysFile() };
    return openPart({
      program: name,
      count: counts[name],
      openFront: openService,
      environment: () => ({ ...usual, ...own }),
    });
  };
  const cases = await openSubgraph('cases');
  const capacity = await openSubgraph('capacity');
  const people = await openSubgraph('people');
  const gateway = await openPart({
    program: 'gateway',
    count: counts.gateway,
    openFront: openBalancer,
    environment: await gatewayEnvironment(folder, database, { cases, capacity, people }, settings),
  });
  return {
    database,
    parts: { cases, capacity, people, gateway },
    signingKey: await exportJWK(gatewayPair.privateKey),
    async close() {
      for (const part of [gateway, people, capacity, cases]) await part.close();
      await database.drop();
      await rm(folder, { recursive: true });
    },
  };
}

/** Gateways reach subgraphs as in a cluster: over connections that are kept, and led to one process or another. */
async function openService(ports: readonly number[]): Promise<Front> {
  const relay = await openRelay(() => ports);
  return { url: `http://127.0.0.1:${relay.port}`, close: () => relay.close() };
}

async function gatewayEnvironment(
  folder: string,
  database: TestDatabase,
  { cases, capacity, people }: Readonly<Record<SubgraphName, FleetPart>>,
  settings: Readonly<Record<string, string>>,
): Promise<(address: string) => NodeJS.ProcessEnv> {
  const tokenKeys = join(folder, 'jwks.json');
  await writeFile(tokenKeys, JSON.stringify(jwks));
  const own = {
    ...usual,
    GATEWAY_PRIVATE_KEY: JSON.stringify(await exportJWK(gatewayPair.privateKey)),
    DATABASE_URL: database.url('gateway'),
    ...{ CASES_URL: cases.address, CAPACITY_URL: capacity.address, PEOPLE_URL: people.address },
    OAUTH_KEYS_FILE: await oauthKeysFile(folder, {}),
    ...{ TOKEN_ISSUER: issuer, TOKEN_AUDIENCE: audience, TOKEN_KEYS_FILE: tokenKeys },
    OPERATIONS: 'any',
    ...settings,
  };
  return (address) => ({ ...own, PUBLIC_URL: address });
}
