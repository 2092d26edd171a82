import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { Agent, request } from 'undici';
import { contentKeysFile, sealerOfFile } from '../../infra/content-keys/content-keys-file.js';
import type { Sealer } from '../../platform/secrecy/sealer.js';
import { databaseName } from '../../infra/database/hub-database.js';
import { readSecrets, type DatabaseSecrets } from '../../infra/database/secrets.js';
import type { TokenClaims } from '../../infra/identity/token-claims.js';
import { removeCluster } from '../../infra/postgres/cluster.js';
import { freePort, runningPostgresUrl } from '../../infra/postgres/embedded.js';

/** A hub in a process of its own, as `npm start` gives it, with the demonstration region and the limits of every day. */
export interface MeasuredHub {
  /** Where it listens. */
  readonly url: string;
  /** Its data folder. */
  readonly folder: string;
  /** Address of its database, as the owner. */
  readonly database: string;
  /** What its gateway is told of budgets. */
  readonly settings: { readonly BUDGETS: string };
  /** Passwords of its login roles. */
  secrets(): Promise<DatabaseSecrets>;
  /** What opens the texts that it keeps sealed. */
  sealer(): Promise<Sealer>;
  token(claims: TokenClaims): Promise<string>;
  /** Its process: what that takes of the machine is read from outside. */
  readonly processId: number;
  /** The text of its answer to one GraphQL request. */
  post(token: string, body: string): Promise<string>;
}

/** One caller of a bench asks like hundreds: what it is charged is counted as ever, and never too much. */
const plenty = { requests: 1e9, cost: 1e9, objects: 1e9 };
const settings = { BUDGETS: JSON.stringify({ broker: plenty, provider: plenty, dashboard: plenty }) };

/** How a hub of some version makes tokens of its own. */
type Identity = typeof import('../../infra/identity/development-identity.js');

const thisHub = new URL('../../', import.meta.url);

/** How long a bench waits for an answer. */
const limits = { FETCH_TIMEOUT_MS: '14500', REQUEST_TIMEOUT_MS: '14900' };

/** Callers come over connections that are kept, as from a proxy. */
const dispatcher = new Agent({ connections: 128 });

/** Settings with which nobody is sent away, however many ask at once on however slow a machine. */
export const patience = {
  ...limits,
  DATABASE_POOL_WAIT_MS: '10000',
  STATEMENT_TIMEOUT_MS: '10000',
  UNDERWAY: JSON.stringify({ broker: 1_000, provider: 1_000, dashboard: 1_000 }),
};

interface HubOptions {
  /** The folder of what another version of the hub was built to. */
  readonly built?: URL;
  /** Settings besides the usual ones. */
  readonly environment?: NodeJS.ProcessEnv;
}

/** Runs a hub for as long as the work takes and leaves nothing behind. */
export async function withMeasuredHub(
  work: (hub: MeasuredHub) => Promise<void>,
  { built = thisHub, environment = {} }: HubOptions = {},
): Promise<void> {
  await withDataFolder(async (folder) => {
    const running = await startHub(folder, { built, environment });
    try {
      const identity = (await import(new URL('infra/identity/development-identity.js', built).href)) as Identity;
      await work(await measuredHub(folder, running, identity));
    } finally {
      await running.stop();
    }
  });
}

/** A folder for the data of a hub, which is gone after the work. */
export async function withDataFolder(work: (folder: string) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'thuisbasis-bench-'));
  await chmod(folder, 0o711);
  try {
    await work(folder);
  } finally {
    await removeCluster(folder);
    await rm(folder, { recursive: true, force: true });
  }
}

/** A hub that says it is ready. */
export interface RunningHub {
  readonly port: number;
  readonly processId: number;
  stop(): Promise<void>;
}

/** Starts a hub over a data folder. */
export async function startHub(
  folder: string,
  { built = thisHub, environment = {} }: HubOptions = {},
): Promise<RunningHub> {
  const port = await freePort();
  const program = fileURLToPath(new URL('programs/hub.js', built));
  const env = {
    PATH: process.env['PATH'],
    NODE_COMPILE_CACHE: process.env['NODE_COMPILE_CACHE'],
    DATA_DIR: folder,
    PORT: String(port),
    LOG_LEVEL: 'silent',
    NODE_ENV: 'production',
    ...settings,
    ...limits,
    ...environment,
  };
  const child = spawn(process.execPath, [...(await startFlags()), program], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const gone = once(child, 'exit');
  const lines = createInterface(child.stdout);
  await new Promise<void>((resolve) => lines.on('line', (line) => line.includes('until Ctrl-C') && resolve()));
  return {
    port,
    processId: child.pid ?? 0,
    async stop() {
      child.kill('SIGTERM');
      await gone;
    },
  };
}

/** What `npm start` tells Node.js. */
async function startFlags(): Promise<string[]> {
  const text = await readFile(new URL('../package.json', thisHub), 'utf8');
  const { start } = (JSON.parse(text) as { scripts: { start: string } }).scripts;
  return start.split(' ').filter((word) => word.startsWith('--'));
}

async function measuredHub(
  folder: string,
  { port, processId }: RunningHub,
  { developmentToken }: Identity,
): Promise<MeasuredHub> {
  const { owner } = await readSecrets(folder);
  const database = await runningPostgresUrl(folder, owner, databaseName);
  if (database === null) throw new Error('the hub does not run');
  const url = `http://127.0.0.1:${port}`;
  return {
    url,
    folder,
    database,
    settings,
    processId,
    secrets: () => readSecrets(folder),
    sealer: async () => sealerOfFile(await contentKeysFile(folder, {})),
    token: (claims) => developmentToken(folder, claims, 60),
    async post(token, body) {
      const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
      const { body: answer } = await request(`${url}/graphql`, { method: 'POST', headers, body, dispatcher });
      return answer.text();
    },
  };
}
