import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Binaries } from './binaries.js';
import type { OperatingUser } from './operating-user.js';
import { programEnvironment } from './run-program.js';

export interface PostmasterOptions {
  readonly folder: string;
  readonly port: number;
  readonly logFile: string;
  /** False only for databases that nobody misses: a crash may then lose everything. */
  readonly isDurable: boolean;
}

/** A running PostgreSQL server. */
export interface Postmaster {
  /** Settles when the server is gone, told to or not. */
  readonly ended: Promise<void>;
  /** Stops it: open transactions are rolled back, what was committed is on disk. Waits until it is gone. */
  stop(): Promise<void>;
  /** Ends it without waiting: the next start repairs from the write-ahead log. */
  drop(): void;
}

const pollMs = 15;
const startTimeoutMs = 60_000;

/**
 * Starts the server and waits until it takes connections; `null` when it did not come up. It runs in a process group of its
 * own, so that Ctrl-C reaches the hub alone and the hub stops its parts in order.
 */
export async function startPostmaster(
  binaries: Binaries,
  user: OperatingUser | null,
  options: PostmasterOptions,
): Promise<Postmaster | null> {
  const log = openSync(options.logFile, 'a', 0o600);
  const child = spawn(binaries.postgres, postmasterArguments(options), {
    ...user,
    cwd: '/',
    env: programEnvironment(),
    detached: true,
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  const gone = once(child, 'exit').then(
    () => undefined,
    () => undefined,
  );
  const isReady = await waitUntilReady(child, options.folder);
  if (child.pid === undefined || !isReady) {
    child.kill('SIGQUIT');
    if (child.pid !== undefined) await gone;
    return null;
  }
  child.unref();
  return {
    ended: gone,
    stop: () => stopChild(child, gone),
    drop: () => child.kill('SIGQUIT'),
  };
}

async function stopChild(child: ChildProcess, gone: Promise<void>): Promise<void> {
  child.ref();
  child.kill('SIGINT');
  await gone;
}

/** The last line of its lock file tells what state the server is in. */
async function waitUntilReady(child: ChildProcess, folder: string): Promise<boolean> {
  const deadline = performance.now() + startTimeoutMs;
  while (child.pid !== undefined && child.exitCode === null && performance.now() < deadline) {
    const [pid, ...lines] = (await readLockFile(folder)).split('\n');
    if (Number(pid) === child.pid && lines.some((line) => line.trim() === 'ready')) return true;
    await wait(pollMs);
  }
  return false;
}

export async function readLockFile(folder: string): Promise<string> {
  return readFile(join(folder, 'postmaster.pid'), 'utf8').catch(() => '');
}

/** On this machine only; and no statement or value of a row ever reaches its log. */
function postmasterArguments({ folder, port, isDurable }: PostmasterOptions): string[] {
  const settings = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_error_verbosity: 'terse',
    log_min_error_statement: 'panic',
    // what a statement did wrong may name a value: only what ends a connection or the server is told
    log_min_messages: 'fatal',
    jit: 'off',
    // of tests: several hubs at once, and nothing that has to outlive them
    ...(!isDurable && { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '250' }),
  };
  const assignments = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  return ['-D', folder, '-p', String(port), ...assignments];
}
