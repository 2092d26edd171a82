import { pathToFileURL } from 'node:url';
import { exportJWK, generateKeyPair, type JWK } from 'jose';
import type { HubBase } from '../../infra/hub/hub-base.js';
import type { Opened } from '../../infra/hub/opened.js';
import { freePort } from '../../infra/postgres/embedded.js';
import { programFile } from '../../infra/processes/programs.js';
import { tokenSettings } from '../../infra/processes/start-process.js';
import { supervise } from '../../infra/processes/supervise.js';
import { subgraphNames, type SubgraphName } from '../../infra/subgraphs.js';
import { startHive } from '../tools/hive.js';
import { installPeers, peers } from '../tools/peers.js';

/** A gateway with the subgraphs behind it. */
export interface OpenGateway {
  readonly name: string;
  readonly url: string;
  /** Its process and those of the subgraphs. */
  readonly processIds: readonly number[];
}

export const ours = 'hub, its parts apart';
export const hiveRust = 'Hive, Rust planner';

const stock = new URL('serve-stock.js', import.meta.url);
const programs = { [ours]: programFile('gateway'), 'stock executor': stock };
const hives = { 'Hive, JavaScript planner': 'javascript', [hiveRust]: 'rust' } as const;

interface Parts {
  readonly base: HubBase;
  readonly opened: Opened;
  readonly addresses: Readonly<Record<SubgraphName, string>>;
  readonly processIds: readonly number[];
  readonly privateKey: JWK;
}

/** Starts the three subgraphs as processes, and before the same ones each gateway in a process of its own. */
export async function openGateways(base: HubBase, opened: Opened): Promise<OpenGateway[]> {
  await installPeers();
  const { privateKey, publicKey } = await generateKeyPair('EdDSA', { extractable: true });
  const publicJwk = JSON.stringify(await exportJWK(publicKey));
  const addresses = { cases: '', capacity: '', people: '' };
  const open = async (name: SubgraphName): Promise<number> => {
    const settings = { DATABASE_URL: base.subgraphUrls[name], GATEWAY_PUBLIC_KEY: publicJwk };
    const { url, pid } = await openProgram({ base, opened }, programFile(name), settings);
    addresses[name] = url;
    return pid;
  };
  const processIds = await Promise.all(subgraphNames.map(open));
  const parts = { base, opened, addresses, processIds, privateKey: await exportJWK(privateKey) };
  return (await Promise.all([openOwn(parts), openHives(parts)])).flat();
}

async function openOwn({ base, opened, addresses, processIds, privateKey }: Parts): Promise<OpenGateway[]> {
  const settings = {
    ...{ CASES_URL: addresses.cases, CAPACITY_URL: addresses.capacity, PEOPLE_URL: addresses.people },
    ...(await tokenSettings(base)),
    GATEWAY_PRIVATE_KEY: JSON.stringify(privateKey),
    OPERATIONS: 'any',
    DATABASE_URL: base.callers.databaseUrl,
    PUBLIC_URL: base.callers.publicUrl.href,
    OAUTH_KEYS_FILE: base.callers.keysFile,
  };
  const open = async ([name, script]: readonly [string, URL]): Promise<OpenGateway> => {
    const { url, pid } = await openProgram({ base, opened }, script, settings);
    return { name, url, processIds: [pid, ...processIds] };
  };
  return Promise.all(Object.entries(programs).map(open));
}

async function openHives({ base, opened, addresses, processIds, privateKey }: Parts): Promise<OpenGateway[]> {
  const script = new URL('examples/hive-gateway.mjs', pathToFileURL(peers));
  const { jwks, issuer, audience } = base.identity;
  if (!jwks) throw new Error('a hub that is measured has keys of its own');
  const told = { script, subgraphs: addresses, jwks, issuer, audience, signingKey: privateKey };
  const gateways: OpenGateway[] = [];
  for (const [name, planner] of Object.entries(hives)) {
    const hive = await startHive({ ...told, planner });
    opened.add(() => hive.close());
    gateways.push({ name, url: hive.url, processIds: [hive.pid() ?? 0, ...processIds] });
  }
  return gateways;
}

async function openProgram(
  { base, opened }: Pick<Parts, 'base' | 'opened'>,
  script: URL,
  settings: NodeJS.ProcessEnv,
): Promise<{ url: string; pid: number }> {
  const port = await freePort();
  const place = { HOST: base.config.host, PORT: String(port), LOG_LEVEL: base.config.logLevel };
  const environment = { ...base.environment, ...settings, ...place };
  const running = await supervise({ name: 'what is measured', script, environment, report: complain });
  opened.add(() => running.stop());
  return { url: `http://127.0.0.1:${port}`, pid: running.pid() ?? 0 };
}

function complain(line: string): void {
  throw new Error(line);
}
