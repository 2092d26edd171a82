import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { exportJWK, generateKeyPair } from 'jose';
import { freePort } from '../postgres/embedded.js';
import { subgraphNames, type SubgraphName } from '../subgraphs.js';
import type { Opened } from './opened.js';
import { runHub, type HubBase } from './run-hub.js';
import { supervise } from './supervise.js';

/** The hub in four processes: the gateway reaches the subgraphs over HTTP, on ports of this machine only. */
async function openAsProcesses(base: HubBase, opened: Opened): Promise<void> {
  const { privateKey, publicKey } = await generateKeyPair('EdDSA', { extractable: true });
  const publicJwk = JSON.stringify(await exportJWK(publicKey));
  const addresses = await Promise.all(subgraphNames.map((name) => openSubgraph(name, publicJwk, base, opened)));
  await openProcess('gateway', 'gateway', base, opened, {
    ...Object.fromEntries(addresses),
    HOST: base.config.host,
    PORT: String(base.config.port),
    GATEWAY_PRIVATE_KEY: JSON.stringify(await exportJWK(privateKey)),
    TOKEN_ISSUER: base.identity.issuer,
    TOKEN_AUDIENCE: base.identity.audience,
    TOKEN_KEYS_FILE: await writeKeySet(base),
    INTROSPECTION: base.environment['INTROSPECTION'] || 'on',
    DATABASE_URL: undefined,
  });
}

/** The keys of the tokens that the gateway believes, where it can read them. */
async function writeKeySet({ config, identity }: HubBase): Promise<string> {
  const file = join(config.dataFolder, 'identity', 'public-keys.json');
  await writeFile(file, JSON.stringify(identity.jwks));
  return file;
}

/** Starts one subgraph and gives the variable that tells the gateway where it is. */
async function openSubgraph(
  name: SubgraphName,
  publicJwk: string,
  base: HubBase,
  opened: Opened,
): Promise<[variable: string, url: string]> {
  const port = await freePort();
  await openProcess(name, `subgraphs/${name}`, base, opened, {
    HOST: '127.0.0.1',
    PORT: String(port),
    DATABASE_URL: base.subgraphUrls[name],
    GATEWAY_PUBLIC_KEY: publicJwk,
  });
  return [`${name.toUpperCase()}_URL`, `http://127.0.0.1:${port}`];
}

async function openProcess(
  name: string,
  folder: string,
  { config, environment }: HubBase,
  opened: Opened,
  own: NodeJS.ProcessEnv,
): Promise<void> {
  const started = await supervise({
    name,
    script: new URL(`../../${folder}/main.js`, import.meta.url),
    environment: { ...environment, LOG_LEVEL: config.logLevel, ...own },
    report: (line) => console.error(line),
  });
  opened.add(() => started.stop());
}

await runHub(openAsProcesses);
