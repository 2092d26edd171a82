import { randomBytes } from 'node:crypto';
import { link, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ConfigurationError } from '../../platform/process/environment.js';

/** The passwords of the database's roles, made once and kept in the data folder where only its owner may read. */
export interface DatabaseSecrets {
  readonly owner: string;
  readonly cases: string;
  readonly capacity: string;
  readonly people: string;
}

const fileName = 'database-secrets.json';

/** Reads the passwords, or makes them; processes that do so at once end up with the same. */
export async function readSecrets(folder: string): Promise<DatabaseSecrets> {
  const file = join(folder, fileName);
  return (await readExisting(file)) ?? (await create(file));
}

/** The passwords that must be there already, because a database was made with them. */
export async function readExistingSecrets(folder: string): Promise<DatabaseSecrets> {
  const file = join(folder, fileName);
  const secrets = await readExisting(file);
  if (!secrets) throw new ConfigurationError(`${file} is missing: put it back, or begin again with npm run reset.`);
  return secrets;
}

async function readExisting(file: string): Promise<DatabaseSecrets | null> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as DatabaseSecrets;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw new ConfigurationError(
      `${file} cannot be read: give yourself that right, or begin again with npm run reset.`,
    );
  }
}

async function create(file: string): Promise<DatabaseSecrets> {
  const password = (): string => randomBytes(24).toString('base64url');
  const secrets = { owner: password(), cases: password(), capacity: password(), people: password() };
  const draft = `${file}.${randomBytes(4).toString('hex')}`;
  await writeFile(draft, JSON.stringify(secrets, null, 2), { mode: 0o600, flag: 'wx' });
  await link(draft, file).catch(() => undefined);
  await rm(draft, { force: true });
  return (await readExisting(file)) ?? secrets;
}
