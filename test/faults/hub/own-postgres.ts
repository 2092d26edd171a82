import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadDemonstration } from '../../../infra/demonstration/load.js';
import { openDataFolder } from '../../../infra/data-folder.js';
import { databaseName } from '../../../infra/database/hub-database.js';
import { readSecrets } from '../../../infra/database/secrets.js';
import { withClient } from '../../../infra/database/client.js';
import { migrate } from '../../../infra/migrate.js';
import { findBinaries } from '../../../infra/postgres/binaries.js';
import { clusterFolder, ownerName, prepareCluster, removeCluster } from '../../../infra/postgres/cluster.js';
import { freePort } from '../../../infra/postgres/embedded.js';
import { findOperatingUser } from '../../../infra/postgres/operating-user.js';
import { readLockFile, startPostmaster, type Postmaster } from '../../../infra/postgres/postmaster.js';
import { databaseAt, type TestDatabase } from '../../database.js';
import { mountDisk, type Disk } from './disk.js';

/** A server of a test's own, with the demonstration region: it may be stopped, killed and filled. */
export interface OwnPostgres extends TestDatabase {
  /** The disk that it lies on, of its own and small; null where this machine lets nobody mount one. */
  readonly disk: Disk | null;
  /** Number of the process that starts all others. */
  postmaster(): Promise<number>;
  /** Numbers of that one and of those that serve connections. */
  processes(): Promise<readonly number[]>;
  stop(): Promise<void>;
  /** Starts it again; tries until it comes up. */
  start(): Promise<void>;
}

const diskMegabytes = 700;

/** Makes and starts it, in some seconds. Drop it in `afterAll`. */
export async function openOwnPostgres(): Promise<OwnPostgres> {
  const folder = await mkdtemp(join(tmpdir(), 'thuisbasis-test-'));
  const disk = await mountDisk(folder, diskMegabytes);
  await chmod(folder, 0o711);
  const held = await openDataFolder(folder);
  const secrets = await readSecrets(folder);
  const server = await prepareServer(folder, secrets.owner);
  await server.start();
  const url = await makeDatabase(server.url('postgres'));
  await migrate(url, secrets);
  await loadDemonstration(url, () => undefined);

  const database = databaseAt(url, secrets, async () => {
    await disk?.free();
    await server.stop();
    await removeCluster(folder);
    await held.release();
    await disk?.unmount();
    await rm(folder, { recursive: true, force: true });
  });
  return {
    ...server,
    ...database,
    disk,
    processes: async () => [await server.postmaster(), ...(await backendsOf(url))],
  };
}

async function prepareServer(folder: string, password: string) {
  const user = await findOperatingUser(clusterFolder(folder));
  const binaries = await findBinaries(user);
  const cluster = await prepareCluster(folder, binaries, user, password);
  const port = await freePort();
  const options = { port, folder: cluster, logFile: join(folder, 'postgres.log'), isDurable: true };
  let running: Postmaster | null = null;
  return {
    url: (database: string) => `postgres://${ownerName}:${password}@127.0.0.1:${port}/${database}`,
    async start() {
      do running = await startPostmaster(binaries, user, options);
      while (!running);
    },
    postmaster: async () => Number((await readLockFile(cluster)).split('\n')[0]),
    async stop() {
      await running?.stop();
    },
  };
}

async function makeDatabase(maintenanceUrl: string): Promise<string> {
  await withClient(maintenanceUrl, (client) => client.query(`create database ${databaseName}`));
  const url = new URL(maintenanceUrl);
  url.pathname = databaseName;
  return url.href;
}

async function backendsOf(url: string): Promise<number[]> {
  const sql = `select pid from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()`;
  return withClient(url, async (client) => (await client.query<{ pid: number }>(sql)).rows.map(({ pid }) => pid));
}
