import { readFile } from 'node:fs/promises';
import { ConfigurationError } from '../../../platform/process/environment.js';
import type { SigningKey } from './signing-keys.rules.js';

/** What stands in the file of signing keys: the keys, private parts and all, with the moment each was published. */
export interface KeyFile {
  readonly keys: readonly SigningKey[];
}

/** Reads the file of signing keys. Throws a ConfigurationError that names it and repeats nothing of it. */
export async function readKeyFile(file: string): Promise<KeyFile> {
  try {
    const { keys } = JSON.parse(await readFile(file, 'utf8')) as { keys: SigningKey[] };
    if (keys.length > 0 && keys.every(isSigningKey)) return { keys };
  } catch {
    // falls through: whatever cannot be read as keys is refused alike
  }
  throw new ConfigurationError(`OAUTH_KEYS_FILE ${file} cannot be read as the signing keys of the hub.`);
}

function isSigningKey({ jwk, publishedAt }: SigningKey): boolean {
  return typeof jwk.d === 'string' && typeof jwk.kid === 'string' && !Number.isNaN(Date.parse(publishedAt));
}
