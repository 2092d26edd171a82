import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { ConfigurationError } from '../platform/process/environment.js';
import { processIdentity } from './process-identity.js';

/** The folder in which the hub keeps everything, held by this process until it lets go. */
export interface DataFolder {
  readonly path: string;
  release(): Promise<void>;
}

interface Holder {
  readonly pid: number;
  readonly identity: string | null;
}

/**
 * Makes the folder where needed and takes it for this process. Throws a ConfigurationError when it cannot be written or
 * when another living hub holds it; the mark of a hub that was killed is swept away.
 */
export async function openDataFolder(path: string): Promise<DataFolder> {
  await makeFolder(path);
  const lock = join(path, 'hub.lock');
  const draft = join(path, `hub.lock.${process.pid}.${randomBytes(4).toString('hex')}`);
  await writeDraft(path, draft);
  try {
    await take(lock, draft, path);
  } finally {
    await rm(draft, { force: true });
  }
  return { path, release: () => rm(lock, { force: true }) };
}

/** The process that holds a data folder now; `null` when none lives. */
export async function dataFolderHolder(path: string): Promise<number | null> {
  try {
    const { pid, identity } = JSON.parse(await readFile(join(path, 'hub.lock'), 'utf8')) as Holder;
    return identity !== null && processIdentity(pid) === identity ? pid : null;
  } catch {
    return null;
  }
}

/** A user that PostgreSQL runs as must be able to pass through a folder that root makes; what lies inside has modes of its own. */
export async function makeFolder(path: string): Promise<void> {
  if (existsSync(path)) return;
  try {
    await makeWithParents(path);
    await chmod(path, 0o711);
  } catch {
    throw new ConfigurationError(`The data folder ${path} cannot be made: choose another with DATA_DIR.`);
  }
}

/** One folder at a time: Node's own recursive form never ends where the system makes no folders, as below /proc. */
async function makeWithParents(path: string): Promise<void> {
  if (existsSync(path)) return;
  await makeWithParents(dirname(path));
  await mkdir(path).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  });
}

async function writeDraft(path: string, draft: string): Promise<void> {
  const holder: Holder = { pid: process.pid, identity: processIdentity(process.pid) };
  try {
    await writeFile(draft, JSON.stringify(holder), { mode: 0o600, flag: 'wx' });
    await readFile(draft);
  } catch {
    throw new ConfigurationError(
      `The data folder ${path} cannot be read and written: give yourself those rights, or choose another with DATA_DIR.`,
    );
  }
}

/** A hard link is made whole or not at all: of two hubs that start at once, one wins. */
async function take(lock: string, draft: string, path: string): Promise<void> {
  if (await isLinked(draft, lock)) return;
  const holder = await dataFolderHolder(path);
  if (holder !== null) throw new ConfigurationError(inUse(path, holder));
  await rm(lock, { force: true });
  if (!(await isLinked(draft, lock))) throw new ConfigurationError(inUse(path, await dataFolderHolder(path)));
}

function inUse(path: string, pid: number | null): string {
  const who = pid === null ? 'another hub' : `another hub (process ${pid})`;
  return `The data folder ${path} is in use by ${who}: stop that one first, or choose another with DATA_DIR.`;
}

async function isLinked(draft: string, lock: string): Promise<boolean> {
  return link(draft, lock).then(
    () => true,
    (error: unknown) => {
      if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
      throw error;
    },
  );
}
