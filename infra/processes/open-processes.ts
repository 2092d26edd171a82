import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { exportJWK, generateKeyPair } from 'jose';
import { freePort } from '../postgres/embedded.js';
import { subgraphNames, type SubgraphName } from '../subgraphs.js';
import type { HubBase } from '../hub/hub-base.js';
import type { Opened } from '../hub/opened.js';
import { supervise, type SupervisedProcess } from './supervise.js';

export interface ProcessesOptions {
  /** The folder of the compiled programs. */
  readonly programs: URL;
  /** Told, in one line, when a process ended by itself and when it is there again. */
  readonly report: (line: string) => void;
}

const defaults: ProcessesOptions = {
  programs: new URL('../../', import.meta.url),
  report: (line) => console.error(line),
};

interface Surroundings extends ProcessesOptions {
  readonly base: HubBase;
  readonly opened: Opened;
}

/** Opens subgraphs and gateway as four processes: the gateway reaches the subgraphs over HTTP, on ports of this machine only. */
export async function openProcesses(
  base: HubBase,
  opened: Opened,
  options: ProcessesOptions = defaults,
): Promise<Record<SubgraphName, SupervisedProcess>> {
  const surroundings = { ...options, base, opened };
  const { privateKey, publicKey } = await generateKeyPair('EdDSA', { extractable: true });
  const publicJwk = JSON.stringify(await exportJWK(publicKey));
  const subgraphs = await Promise.all(subgraphNames.map((name) => openSubgraph(name, publicJwk, surroundings)));
  await openProcess('gateway', 'infra/processes/gateway.js', surroundings, {
    ...Object.fromEntries(subgraphs.map(({ name, url }) => [`${name.toUpperCase()}_URL`, url])),
    HOST: base.config.host,
    PORT: String(base.config.port),
    GATEWAY_PRIVATE_KEY: JSON.stringify(await exportJWK(privateKey)),
    TOKEN_ISSUER: base.identity.issuer,
    TOKEN_AUDIENCE: base.identity.audience,
    TOKEN_KEYS_FILE: await writeKeySet(base),
    INTROSPECTION: base.environment['INTROSPECTION'] || 'on',
    OPERATIONS: base.environment['OPERATIONS'] || 'any',
    DATABASE_URL: undefined,
  });
  return Object.fromEntries(subgraphs.map(({ name, process }) => [name, process])) as never;
}

/** The keys of the tokens that the gateway believes, where it can read them. */
async function writeKeySet({ config, identity }: HubBase): Promise<string> {
  const file = join(config.dataFolder, 'identity', 'public-keys.json');
  await writeFile(file, JSON.stringify(identity.jwks));
  return file;
}

async function openSubgraph(name: SubgraphName, publicJwk: string, surroundings: Surroundings) {
  const port = await freePort();
  const process = await openProcess(name, `subgraphs/${name}/main.js`, surroundings, {
    HOST: '127.0.0.1',
    PORT: String(port),
    DATABASE_URL: surroundings.base.subgraphUrls[name],
    GATEWAY_PUBLIC_KEY: publicJwk,
  });
  return { name, process, url: `http://127.0.0.1:${port}` };
}

async function openProcess(
  name: string,
  program: string,
  { base, opened, programs, report }: Surroundings,
  own: NodeJS.ProcessEnv,
): Promise<SupervisedProcess> {
  const started = await supervise({
    name,
    script: new URL(program, programs),
    environment: { ...base.environment, LOG_LEVEL: base.config.logLevel, ...own },
    report,
  });
  opened.add(() => started.stop());
  return started;
}
