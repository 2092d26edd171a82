import { exportJWK, generateKeyPair } from 'jose';
import { freePort } from '../postgres/embedded.js';
import { subgraphNames, type SubgraphName } from '../subgraphs.js';
import type { HubBase } from '../hub/hub-base.js';
import type { Opened } from '../hub/opened.js';
import type { Part } from './metrics-ports.js';
import type { ProgramName } from './programs.js';
import {
  startProcess,
  tokenSettings,
  usualProcesses,
  type ProcessesOptions,
  type Surroundings,
} from './start-process.js';
import type { SupervisedProcess } from './supervise.js';

/** The processes of a hub, by what each is. */
export type HubProcesses = Readonly<Record<Exclude<Part, 'the hub for bulk'>, SupervisedProcess>>;

interface OwnedSurroundings extends Surroundings {
  readonly opened: Opened;
}

/** A process that others reach on a port of this machine. */
interface Served {
  readonly process: SupervisedProcess;
  readonly url: string;
}

/**
 * Opens subgraphs and gateway as processes that reach each other over HTTP, on ports of this machine only: one for each, and a second
 * gateway with a second capacity for what is written or read in bulk.
 */
export async function openProcesses(
  base: HubBase,
  opened: Opened,
  options: ProcessesOptions = usualProcesses,
): Promise<HubProcesses> {
  const surroundings = { ...options, base, opened };
  const { privateKey, publicKey } = await generateKeyPair('EdDSA', { extractable: true });
  const publicJwk = JSON.stringify(await exportJWK(publicKey));
  const open = (name: SubgraphName): Promise<Served> =>
    openServed(name, name, surroundings, subgraphSettings(name, publicJwk, base));
  const [cases, capacity, people, bulkCapacity] = (await Promise.all([
    ...subgraphNames.map((name) => open(name)),
    openServed('capacity for bulk', 'capacity', surroundings, {
      ...subgraphSettings('capacity', publicJwk, base),
      BACKGROUND: 'off',
    }),
  ])) as [Served, Served, Served, Served];
  const settings = {
    CASES_URL: cases.url,
    CAPACITY_URL: capacity.url,
    PEOPLE_URL: people.url,
    GATEWAY_PRIVATE_KEY: JSON.stringify(await exportJWK(privateKey)),
    ...(await tokenSettings(base)),
    INTROSPECTION: base.environment['INTROSPECTION'] || 'on',
    OPERATIONS: base.environment['OPERATIONS'] || 'any',
    DATABASE_URL: base.callers.databaseUrl,
    PUBLIC_URL: base.callers.publicUrl.href,
    OAUTH_KEYS_FILE: base.callers.keysFile,
    DEVELOPMENT_SIGN_IN: base.environment['DEVELOPMENT_SIGN_IN'] || 'on',
  };
  const bulk = await openServed('gateway for bulk', 'gateway', surroundings, {
    ...settings,
    CAPACITY_URL: bulkCapacity.url,
    BULK_LANE: 'self',
    // its work is done two at a time
    GATEWAY_WORKERS: '1',
  });
  const gateway = await openProcess('gateway', 'gateway', surroundings, {
    ...settings,
    HOST: base.config.host,
    PORT: String(base.config.port),
    BULK_LANE: bulk.url,
  });
  return {
    ...{ cases: cases.process, capacity: capacity.process, people: people.process, gateway },
    ...{ 'capacity for bulk': bulkCapacity.process, 'gateway for bulk': bulk.process },
  };
}

function subgraphSettings(name: SubgraphName, publicJwk: string, { subgraphUrls }: HubBase): NodeJS.ProcessEnv {
  return { DATABASE_URL: subgraphUrls[name], GATEWAY_PUBLIC_KEY: publicJwk };
}

async function openServed(
  name: Part,
  program: ProgramName,
  surroundings: OwnedSurroundings,
  own: NodeJS.ProcessEnv,
): Promise<Served> {
  const port = String(await freePort());
  const process = await openProcess(name, program, surroundings, { ...own, HOST: '127.0.0.1', PORT: port });
  const url = `http://127.0.0.1:${port}`;
  return { process, url: (await surroundings.between?.(name, url)) ?? url };
}

async function openProcess(
  name: Part,
  program: ProgramName,
  surroundings: OwnedSurroundings,
  own: NodeJS.ProcessEnv,
): Promise<SupervisedProcess> {
  const started = await startProcess(name, program, surroundings, own);
  surroundings.opened.add(() => started.stop());
  return started;
}
