import { appendFile, chmod, chown, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { withClient } from '../../infra/database/client.js';
import { findBinaries } from '../../infra/postgres/binaries.js';
import { clusterFolder, prepareCluster, removeCluster } from '../../infra/postgres/cluster.js';
import { freePort } from '../../infra/postgres/embedded.js';
import { findOperatingUser, type OperatingUser } from '../../infra/postgres/operating-user.js';
import { startPostmaster, type Postmaster } from '../../infra/postgres/postmaster.js';
import { runProgram } from '../../infra/postgres/run-program.js';

/** A PostgreSQL server of a test, with files of its own, that can be stopped, broken and started again on the same port. */
export interface PostgresServer {
  readonly port: number;
  /** Where its database lies. */
  readonly folder: string;
  url(database: string): string;
  /** What a statement of the owner gives. */
  ask<R extends object>(database: string, sql: string): Promise<R[]>;
  start(): Promise<void>;
  stop(): Promise<void>;
  /** It ends as if the machine lost power: nothing is written any more, nobody is told. */
  breakDown(): void;
  remove(): Promise<void>;
}

const owner = 'thuisbasis';

/** A server with an empty database of its own, not started. */
export async function newServer(password: string): Promise<PostgresServer> {
  const { dataFolder, user } = await emptyFolder();
  const folder = await prepareCluster(dataFolder, await findBinaries(user), user, password);
  return serverIn(dataFolder, folder, user, password);
}

/** A standby of a server that is stopped now: a copy of its files that follows it, and calls itself `name`. */
export async function standbyOf(primary: PostgresServer, name: string, password: string): Promise<PostgresServer> {
  const { dataFolder, user } = await emptyFolder();
  const folder = clusterFolder(dataFolder);
  await runProgram('cp', ['-a', primary.folder, folder]);
  const settings = `host=127.0.0.1 port=${primary.port} user=${owner} password=${password} application_name=${name}`;
  await appendFile(join(folder, 'postgresql.auto.conf'), `primary_conninfo = '${settings}'\n`);
  const signal = join(folder, 'standby.signal');
  await writeFile(signal, '');
  if (user) await chown(signal, user.uid, user.gid);
  return serverIn(dataFolder, folder, user, password);
}

async function emptyFolder(): Promise<{ dataFolder: string; user: OperatingUser | null }> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'thuisbasis-server-'));
  await chmod(dataFolder, 0o711);
  return { dataFolder, user: await findOperatingUser(clusterFolder(dataFolder)) };
}

async function serverIn(
  dataFolder: string,
  folder: string,
  user: OperatingUser | null,
  password: string,
): Promise<PostgresServer> {
  const binaries = await findBinaries(user);
  const port = await freePort();
  const url = (database: string): string => `postgres://${owner}:${password}@127.0.0.1:${port}/${database}`;
  let running: Postmaster | null = null;
  return {
    port,
    folder,
    url,
    ask: (database, sql) => withClient(url(database), async (client) => (await client.query(sql)).rows as never),
    async start() {
      running = await startPostmaster(binaries, user, {
        folder,
        port,
        logFile: join(dataFolder, 'postgres.log'),
        isDurable: true,
      });
      if (!running) throw new Error(`PostgreSQL does not start in ${folder}`);
    },
    async stop() {
      await running?.stop();
      running = null;
    },
    breakDown() {
      running?.drop();
      running = null;
    },
    async remove() {
      await running?.stop();
      await removeCluster(dataFolder);
      await rm(dataFolder, { recursive: true, force: true });
    },
  };
}
