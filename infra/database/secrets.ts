import { randomBytes } from 'node:crypto';
import { link, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ConfigurationError } from '../../platform/process/environment.js';

/** The passwords of the database's roles, made once and kept in the data folder where only its owner may read. */
export interface DatabaseSecrets {
  readonly owner: string;
  readonly cases: string;
  readonly capacity: string;
  readonly people: string;
  readonly gateway: string;
}

const fileName = 'database-secrets.json';

/** Reads the passwords, or makes them; processes that do so at once end up with the same. */
export async function readSecrets(folder: string): Promise<DatabaseSecrets> {
  const file = join(folder, fileName);
  const existing = await readExisting(file);
  if (!existing) return create(file);
  return isComplete(existing) ? existing : complete(file, existing);
}

/** The passwords that must be there already, because a database was made with them. */
export async function readExistingSecrets(folder: string): Promise<Pick<DatabaseSecrets, 'owner'>> {
  const file = join(folder, fileName);
  const secrets = await readExisting(file);
  if (!secrets) throw new ConfigurationError(`${file} is missing: put it back, or begin again with npm run reset.`);
  return secrets;
}

/** A data folder of an older hub: its gateway kept nothing yet. */
type OlderSecrets = Omit<DatabaseSecrets, 'gateway'>;

function isComplete(secrets: DatabaseSecrets | OlderSecrets): secrets is DatabaseSecrets {
  return 'gateway' in secrets;
}

async function readExisting(file: string): Promise<DatabaseSecrets | OlderSecrets | null> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as DatabaseSecrets | OlderSecrets;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw new ConfigurationError(
      `${file} cannot be read: give yourself that right, or begin again with npm run reset.`,
    );
  }
}

async function create(file: string): Promise<DatabaseSecrets> {
  const secrets = {
    owner: password(),
    cases: password(),
    capacity: password(),
    people: password(),
    gateway: password(),
  };
  const draft = await writeDraft(file, secrets);
  await link(draft, file).catch(() => undefined);
  await rm(draft, { force: true });
  const kept = await readExisting(file);
  return kept && isComplete(kept) ? kept : secrets;
}

async function complete(file: string, existing: OlderSecrets): Promise<DatabaseSecrets> {
  const secrets = { ...existing, gateway: password() };
  await rename(await writeDraft(file, secrets), file);
  return secrets;
}

async function writeDraft(file: string, secrets: DatabaseSecrets): Promise<string> {
  const draft = `${file}.${randomBytes(4).toString('hex')}`;
  await writeFile(draft, JSON.stringify(secrets, null, 2), { mode: 0o600, flag: 'wx' });
  return draft;
}

function password(): string {
  return randomBytes(24).toString('base64url');
}
