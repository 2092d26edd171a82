import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { readKeyFile, type KeyFile } from '../../gateway/oauth/keys/key-file.js';
import { publishedNow, type SigningKey } from '../../gateway/oauth/keys/signing-keys.rules.js';
import type { Environment } from '../../platform/process/environment.js';
import { newSigningKey } from './development-key.js';
import { makePrivateFile, privateFile, replacePrivateFile } from './private-file.js';

const fileName = 'oauth-keys.json';

/** The file of the keys that sign the tokens of systems: OAUTH_KEYS_FILE, or one below the data folder, made where it is not there. */
export async function oauthKeysFile(dataFolder: string, environment: Environment): Promise<string> {
  const told = environment['OAUTH_KEYS_FILE'];
  if (told) return resolve(told);
  const file = privateFile(dataFolder, fileName);
  if (!existsSync(file)) await makePrivateFile(dataFolder, fileName, toText({ keys: [await newKey()] }));
  return file;
}

/** Adds a key, which the hub publishes at once and signs with minutes later; drops those of which no token holds any more. */
export async function rotateOauthKeys(file: string): Promise<SigningKey> {
  const { keys } = await readKeyFile(file);
  const added = await newKey();
  await replacePrivateFile(file, toText({ keys: [...publishedNow(keys, Date.now()), added] }));
  return added;
}

async function newKey(): Promise<SigningKey> {
  return { jwk: await newSigningKey(), publishedAt: new Date().toISOString() };
}

function toText(file: KeyFile): string {
  return `${JSON.stringify(file, null, 2)}\n`;
}
