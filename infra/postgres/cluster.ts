import { randomBytes } from 'node:crypto';
import {
  chmod,
  chown,
  lstat,
  mkdir,
  mkdtemp,
  readFile,
  realpath,
  rename,
  rm,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ConfigurationError } from '../../platform/process/environment.js';
import type { Binaries } from './binaries.js';
import type { OperatingUser } from './operating-user.js';
import { runProgram } from './run-program.js';

export const ownerName = 'thuisbasis';

/** Where root keeps the database when the data folder lies where PostgreSQL's user cannot come. */
const readablePlace = '/var/lib/thuisbasis';

const majorVersion = '18';

/** The folder of the database below a data folder: a link when the database had to be kept elsewhere. */
export function clusterFolder(dataFolder: string): string {
  return join(dataFolder, 'postgres');
}

/**
 * The real folder of the database, which is made on the first start. It is made under another name and moved to its place whole: a start that breaks off
 * leaves nothing that looks finished.
 */
export async function prepareCluster(
  dataFolder: string,
  binaries: Binaries,
  user: OperatingUser | null,
  password: string,
): Promise<string> {
  const folder = clusterFolder(dataFolder);
  if (await exists(folder)) await checkCluster(folder, user);
  else await makeCluster(folder, binaries, user, password);
  return realpath(folder);
}

async function makeCluster(
  folder: string,
  binaries: Binaries,
  user: OperatingUser | null,
  password: string,
): Promise<void> {
  const draft = `${folder}.new`;
  await removeLinked(draft);
  await makeFolder(draft, user);
  await initialise(await realpath(draft), binaries, user, password);
  await rename(draft, folder);
}

/** Removes the database of a data folder, wherever it is kept. */
export async function removeCluster(dataFolder: string): Promise<void> {
  await removeLinked(clusterFolder(dataFolder));
  await removeLinked(`${clusterFolder(dataFolder)}.new`);
}

async function checkCluster(folder: string, user: OperatingUser | null): Promise<void> {
  const version = await readFile(join(folder, 'PG_VERSION'), 'utf8').catch(() => null);
  if (version === null || !(await canWrite(await realpath(folder), user))) {
    throw new ConfigurationError(
      `The database in ${folder} cannot be read: start as the user who made it, or choose another folder with DATA_DIR.`,
    );
  }
  if (version.trim() !== majorVersion) {
    throw new ConfigurationError(
      `The database in ${folder} is of PostgreSQL ${version.trim()}, not ${majorVersion}: choose another folder with DATA_DIR.`,
    );
  }
}

async function makeFolder(draft: string, user: OperatingUser | null): Promise<void> {
  await makeOwned(draft, user);
  if (await canWrite(draft, user)) return;
  await rm(draft, { recursive: true });
  await makeElsewhere(draft, user).catch(() => {
    throw new ConfigurationError(
      `PostgreSQL's user cannot enter ${draft} and ${readablePlace} cannot be made: choose another folder with DATA_DIR.`,
    );
  });
}

async function makeElsewhere(draft: string, user: OperatingUser | null): Promise<void> {
  const elsewhere = join(readablePlace, `postgres-${randomBytes(6).toString('hex')}`);
  await mkdir(readablePlace, { recursive: true });
  await chmod(readablePlace, 0o711);
  await symlink(elsewhere, draft);
  await makeOwned(elsewhere, user);
}

async function makeOwned(folder: string, user: OperatingUser | null): Promise<void> {
  await mkdir(folder, { mode: 0o700 });
  if (user) await chown(folder, user.uid, user.gid);
}

/** Asked of the system itself, as that user: modes of all folders above, access lists and mounts count. */
async function canWrite(folder: string, user: OperatingUser | null): Promise<boolean> {
  return (await runProgram('sh', ['-c', 'test -w "$0" && test -x "$0"', folder], user)).code === 0;
}

async function initialise(
  folder: string,
  binaries: Binaries,
  user: OperatingUser | null,
  password: string,
): Promise<void> {
  const passwordFolder = await mkdtemp(join(tmpdir(), 'thuisbasis-'));
  try {
    const passwordFile = join(passwordFolder, 'password');
    await writeFile(passwordFile, password, { mode: 0o600 });
    if (user) {
      await chown(passwordFile, user.uid, user.gid);
      await chown(passwordFolder, user.uid, user.gid);
    }
    const result = await runProgram(binaries.initdb, initdbArguments(folder, passwordFile), user);
    if (result.code !== 0)
      throw new ConfigurationError(`PostgreSQL could not make its database: ${lastLine(result.output)}`);
  } finally {
    await rm(passwordFolder, { recursive: true, force: true });
  }
}

/** Its own C.UTF-8 instead of the system's locales: text sorts the same on every machine. */
function initdbArguments(folder: string, passwordFile: string): string[] {
  return [
    `--pgdata=${folder}`,
    `--username=${ownerName}`,
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
  ];
}

function lastLine(text: string): string {
  return text.split('\n').at(-1) ?? '';
}

async function exists(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  );
}

async function removeLinked(path: string): Promise<void> {
  const target = await realpath(path).catch(() => null);
  if (target !== null) await rm(target, { recursive: true, force: true });
  await rm(path, { recursive: true, force: true });
}
