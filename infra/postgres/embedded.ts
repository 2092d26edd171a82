import { readFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { ConfigurationError } from '../../platform/process/environment.js';
import { findBinaries } from './binaries.js';
import { clusterFolder, ownerName, prepareCluster } from './cluster.js';
import { keepRunning } from './keep-running.js';
import { findOperatingUser } from './operating-user.js';
import { stopOrphan } from './orphan.js';
import { readLockFile, startPostmaster, type Postmaster } from './postmaster.js';

/** A PostgreSQL server of the hub's own. */
export interface EmbeddedPostgres {
  /** Address of a database on it, as its owner. */
  url(database: string): string;
  stop(): Promise<void>;
  /** Ends it without waiting. */
  drop(): void;
}

interface EmbeddedOptions {
  /** The data folder: held by this process, or nobody else knows of it. */
  readonly folder: string;
  /** Password of the owner: the one given when the database was made. */
  readonly password: string;
  readonly isDurable?: boolean;
}

const attempts = 10;
const pauseMs = 500;

/** Starts the server, on a first start after making its database. Throws a ConfigurationError that says what to do. */
export async function startEmbeddedPostgres({
  folder,
  password,
  isDurable = true,
}: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const logFile = join(folder, 'postgres.log');
  const user = await findOperatingUser(clusterFolder(folder));
  const binaries = await findBinaries(user);
  const cluster = await prepareCluster(folder, binaries, user, password);
  await stopOrphan(cluster);
  const start = (port: number): Promise<Postmaster | null> =>
    startPostmaster(binaries, user, { port, folder: cluster, logFile, isDurable });
  const { postmaster, port } = await persist(logFile, start);
  const server = keepRunning(postmaster, () => start(port));
  return {
    url: (database) => embeddedUrl(port, password, database),
    stop: () => server.stop(),
    drop: () => server.drop(),
  };
}

/** Address of a database on the server that a living hub runs in this folder; `null` when it runs none. */
export async function runningPostgresUrl(folder: string, password: string, database: string): Promise<string | null> {
  const port = Number((await readLockFile(clusterFolder(folder))).split('\n')[3]);
  return port > 0 ? embeddedUrl(port, password, database) : null;
}

function embeddedUrl(port: number, password: string, database: string): string {
  return `postgres://${ownerName}:${password}@127.0.0.1:${port}/${database}`;
}

/**
 * Tries again on another port: a free port may be taken meanwhile, and the last children of a killed server may need a
 * moment to notice and let go.
 */
async function persist(
  logFile: string,
  start: (port: number) => Promise<Postmaster | null>,
): Promise<{ postmaster: Postmaster; port: number }> {
  for (let attempt = 1; attempt <= attempts; attempt++) {
    const port = await freePort();
    const postmaster = await start(port);
    if (postmaster) return { postmaster, port };
    await wait(pauseMs);
  }
  throw new ConfigurationError(`PostgreSQL does not start: ${await lastCause(logFile)} (see ${logFile}).`);
}

async function lastCause(logFile: string): Promise<string> {
  const lines = (await readFile(logFile, 'utf8')).trim().split('\n');
  return lines.findLast((line) => /FATAL|PANIC|ERROR/.test(line))?.replace(/^.*?(FATAL|PANIC|ERROR): +/, '') ?? '';
}

/** A port on which nothing listens on this machine now. */
export async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => {
        if (typeof address === 'object' && address) resolve(address.port);
        else reject(new Error('no free port'));
      });
    });
  });
}
