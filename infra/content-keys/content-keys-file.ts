import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { readContentKeys, withNewKey } from '../../platform/secrecy/content-keys.js';
import { sealerWith, type Sealer } from '../../platform/secrecy/sealer.js';
import type { Environment } from '../../platform/process/environment.js';
import { makePrivateFile, privateFile, replacePrivateFile } from '../identity/private-file.js';

const fileName = 'content-keys.json';

/** The file of the keys that seal texts: CONTENT_KEYS_FILE, or one below the data folder, made where it is not there. */
export async function contentKeysFile(dataFolder: string, environment: Environment): Promise<string> {
  const told = environment['CONTENT_KEYS_FILE'];
  if (told) return resolve(told);
  const file = privateFile(dataFolder, fileName);
  if (!existsSync(file)) await makePrivateFile(dataFolder, fileName, withNewKey([]));
  return file;
}

/** What seals and opens with the keys of a file. Throws a ConfigurationError when it holds none. */
export function sealerOfFile(file: string): Sealer {
  return sealerWith(readContentKeys({ CONTENT_KEYS_FILE: file }));
}

/** Adds a key, which seals from the next start on; those that were there open what they sealed until then. Gives its id. */
export async function addContentKey(file: string): Promise<string> {
  const text = withNewKey(readContentKeys({ CONTENT_KEYS_FILE: file }));
  await replacePrivateFile(file, text);
  return readContentKeys({ CONTENT_KEYS_FILE: file })[0]?.id ?? '';
}
