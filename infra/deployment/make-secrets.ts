import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { exportJWK, generateKeyPair } from 'jose';
import { ConfigurationError } from '../../platform/process/environment.js';
import { contentKeysFile } from '../content-keys/content-keys-file.js';
import { roleUrl } from '../database/role-url.js';
import { readSecrets } from '../database/secrets.js';
import { makeFolder } from '../data-folder.js';
import { oauthKeysFile } from '../identity/oauth-keys.js';
import { storageNames, type StorageName } from '../subgraphs.js';

/** Where the hub will find its database: `postgres://owner:password@host:5432/database`, as an owner who may make roles. */
export type OwnerUrl = string;

/**
 * Makes what the parts of a hub must know and nobody else: keys and passwords, and for each part a file of variables, in a folder that only
 * its owner may read. What is there already stays. Throws a ConfigurationError where variables of another time lie.
 */
export async function makeSecrets(folder: string, ownerUrl: OwnerUrl): Promise<void> {
  await makeFolder(folder);
  await mkdir(folder, { recursive: true });
  await chmod(folder, 0o700);
  const secrets = await readSecrets(folder);
  await contentKeysFile(folder, {});
  await oauthKeysFile(folder, {});
  const { privateKey, publicKey } = await generateKeyPair('EdDSA', { extractable: true });
  const publicJwk = JSON.stringify(await exportJWK(publicKey));
  await write(folder, 'owner', { DATABASE_URL: ownerUrl });
  for (const name of storageNames) {
    const url = { DATABASE_URL: roleUrl(ownerUrl, name, secrets) };
    const key =
      name === 'gateway'
        ? { GATEWAY_PRIVATE_KEY: JSON.stringify(await exportJWK(privateKey)) }
        : { GATEWAY_PUBLIC_KEY: publicJwk };
    await write(folder, name, { ...url, ...key });
  }
}

async function write(folder: string, name: StorageName | 'owner', variables: Readonly<Record<string, string>>) {
  const file = join(folder, `${name}.env`);
  if (existsSync(file)) throw new ConfigurationError(`${file} is there already: take another folder.`);
  const lines = Object.entries(variables).map(([key, value]) => `${key}=${value}\n`);
  await writeFile(file, lines.join(''), { mode: 0o600, flag: 'wx' });
}
