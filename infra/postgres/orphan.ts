import { realpath, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { ConfigurationError } from '../../platform/process/environment.js';
import { processCommand, processIdentity } from '../process-identity.js';
import { readLockFile } from './postmaster.js';

const pollMs = 20;
const stopTimeoutMs = 30_000;

/**
 * A hub that was killed leaves its PostgreSQL running, or that one's lock file. The caller holds the data folder, so whatever
 * server still runs on it is such an orphan: it is stopped. Another process that has got the number of a dead one is left alone.
 */
export async function stopOrphan(folder: string): Promise<void> {
  const pid = Number((await readLockFile(folder)).split('\n')[0]);
  if (!(pid > 0) || processIdentity(pid) === null) return;
  if (!(await isServerOf(pid, folder))) {
    await rm(join(folder, 'postmaster.pid'), { force: true });
    return;
  }
  process.kill(pid, 'SIGINT');
  const deadline = performance.now() + stopTimeoutMs;
  while (processIdentity(pid) !== null) {
    if (performance.now() > deadline)
      throw new ConfigurationError(
        `The PostgreSQL of the last run (process ${pid}) does not stop: end that process and start again.`,
      );
    await wait(pollMs);
  }
}

async function isServerOf(pid: number, folder: string): Promise<boolean> {
  return processCommand(pid).includes(`-D ${await realpath(folder)} `);
}
