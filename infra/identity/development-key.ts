import { randomBytes } from 'node:crypto';
import { chmod, link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { calculateJwkThumbprint, exportJWK, generateKeyPair, type JWK } from 'jose';
import { ConfigurationError } from '../../platform/process/environment.js';
import { makeFolder } from '../data-folder.js';

const folderName = 'identity';
const fileName = 'signing-key.json';

/**
 * The key that signs the access tokens of this one hub, as private JWK: made once, below the data folder, where only its owner may
 * read. The hub and `npm run token` may both be the first to ask, even at once: they end up with the same key.
 */
export async function developmentKey(dataFolder: string): Promise<JWK> {
  const file = join(dataFolder, folderName, fileName);
  return (await readKey(file)) ?? (await createKey(dataFolder, file));
}

async function readKey(file: string): Promise<JWK | null> {
  try {
    const key = JSON.parse(await readFile(file, 'utf8')) as JWK;
    if (key.kty === 'OKP' && key.d !== undefined) return key;
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '')) return null;
  }
  throw new ConfigurationError(
    `${file} cannot be read as a key: give yourself that right, or remove it for a new one.`,
  );
}

async function createKey(dataFolder: string, file: string): Promise<JWK> {
  const draft = `${file}.${randomBytes(4).toString('hex')}`;
  try {
    await makeFolder(dataFolder);
    await mkdir(join(dataFolder, folderName), { recursive: true });
    await chmod(join(dataFolder, folderName), 0o700);
    await writeFile(draft, JSON.stringify(await newKey()), { mode: 0o600, flag: 'wx' });
    // a link is made whole or not at all: whoever comes second takes the key of the first
    await link(draft, file).catch(() => undefined);
    return (await readKey(file)) ?? unwritable(dataFolder);
  } catch (error) {
    if (error instanceof ConfigurationError) throw error;
    return unwritable(dataFolder);
  } finally {
    await rm(draft, { force: true }).catch(() => undefined);
  }
}

async function newKey(): Promise<JWK> {
  const { privateKey } = await generateKeyPair('EdDSA', { extractable: true });
  const jwk = await exportJWK(privateKey);
  return { ...jwk, kid: await calculateJwkThumbprint(jwk), alg: 'EdDSA', use: 'sig' };
}

function unwritable(dataFolder: string): never {
  throw new ConfigurationError(
    `The data folder ${dataFolder} cannot be written: give yourself that right, or choose another with DATA_DIR.`,
  );
}
