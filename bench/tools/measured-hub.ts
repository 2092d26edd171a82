import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
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

/** Runs a hub for as long as the work takes and leaves nothing behind; another version of it where `built` is the folder of what that was built to. */
export async function withMeasuredHub(work: (hub: MeasuredHub) => Promise<void>, built = thisHub): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'thuisbasis-bench-'));
  await chmod(folder, 0o711);
  const port = await freePort();
  const program = fileURLToPath(new URL('infra/hub/main.js', built));
  const environment = {
    PATH: process.env['PATH'],
    DATA_DIR: folder,
    PORT: String(port),
    LOG_LEVEL: 'silent',
    NODE_ENV: 'production',
    ...settings,
    FETCH_TIMEOUT_MS: '14500',
    REQUEST_TIMEOUT_MS: '14900',
  };
  const child = spawn(process.execPath, [program], { env: environment, stdio: ['ignore', 'pipe', 'inherit'] });
  const gone = once(child, 'exit');
  try {
    const lines = createInterface(child.stdout);
    await new Promise<void>((resolve) => lines.on('line', (line) => line.includes('until Ctrl-C') && resolve()));
    const identity = (await import(new URL('infra/identity/development-identity.js', built).href)) as Identity;
    await work(await measuredHub(folder, port, identity, child.pid ?? 0));
  } finally {
    child.kill('SIGTERM');
    await gone;
    await removeCluster(folder);
    await rm(folder, { recursive: true, force: true });
  }
}

async function measuredHub(
  folder: string,
  port: number,
  { developmentToken }: Identity,
  processId: number,
): Promise<MeasuredHub> {
  const { owner } = await readSecrets(folder);
  const database = await runningPostgresUrl(folder, owner, databaseName);
  if (database === null) throw new Error('the hub does not run');
  const url = `http://127.0.0.1:${port}`;
  return {
    url,
    database,
    settings,
    processId,
    secrets: () => readSecrets(folder),
    sealer: async () => sealerOfFile(await contentKeysFile(folder, {})),
    token: (claims) => developmentToken(folder, claims, 60),
    async post(token, body) {
      const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
      const response = await fetch(`${url}/graphql`, { method: 'POST', headers, body });
      return response.text();
    },
  };
}
