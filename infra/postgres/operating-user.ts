import { stat } from 'node:fs/promises';
import { ConfigurationError } from '../../platform/process/environment.js';
import { runProgram } from './run-program.js';

/** The OS user that PostgreSQL runs as when that is not the one who started the hub. */
export interface OperatingUser {
  readonly uid: number;
  readonly gid: number;
}

const name = 'postgres';

const noUser =
  `PostgreSQL does not run as root and there is no user "${name}". Make one (useradd --system ${name}), ` +
  'start as an ordinary user, or name an existing database with DATABASE_URL.';

/**
 * PostgreSQL refuses to run as root, so root lends it another user: the owner of the data that is already there, else the
 * system's own `postgres`, made when it is missing. An ordinary user runs it as itself: `null`.
 */
export async function findOperatingUser(dataFolder: string): Promise<OperatingUser | null> {
  if (process.geteuid?.() !== 0) return null;
  const owner = await stat(dataFolder).catch(() => null);
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  return (await lookUp()) ?? (await create());
}

async function lookUp(): Promise<OperatingUser | null> {
  const [uid, gid] = await Promise.all([runProgram('id', ['-u', name]), runProgram('id', ['-g', name])]);
  return uid.code === 0 && gid.code === 0 ? { uid: Number(uid.output), gid: Number(gid.output) } : null;
}

async function create(): Promise<OperatingUser> {
  await runProgram('useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', name]);
  const created = await lookUp();
  if (!created) throw new ConfigurationError(noUser);
  return created;
}
