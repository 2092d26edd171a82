import { readFile } from 'node:fs/promises';
import { calculateJwkThumbprint, exportJWK, generateKeyPair, type JWK } from 'jose';
import { ConfigurationError } from '../../platform/process/environment.js';
import { makePrivateFile, privateFile } from './private-file.js';

const fileName = 'signing-key.json';

/**
 * The key that signs the access tokens of this one hub, as private JWK: made once, below the data folder, where only its owner may
 * read. The hub and `npm run token` may both be the first to ask, even at once: they end up with the same key.
 */
export async function developmentKey(dataFolder: string): Promise<JWK> {
  const file = privateFile(dataFolder, fileName);
  const known = await readKey(file);
  if (known) return known;
  await makePrivateFile(dataFolder, fileName, JSON.stringify(await newSigningKey()));
  return (await readKey(file)) ?? unreadable(file);
}

/** A new Ed25519 key that signs tokens, as private JWK. */
export async function newSigningKey(): Promise<JWK & { kid: string; alg: string }> {
  const { privateKey } = await generateKeyPair('EdDSA', { extractable: true });
  const jwk = await exportJWK(privateKey);
  return { ...jwk, kid: await calculateJwkThumbprint(jwk), alg: 'EdDSA', use: 'sig' };
}

async function readKey(file: string): Promise<JWK | null> {
  try {
    const key = JSON.parse(await readFile(file, 'utf8')) as JWK;
    if (key.kty === 'OKP' && key.d !== undefined) return key;
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '')) return null;
  }
  return unreadable(file);
}

function unreadable(file: string): never {
  throw new ConfigurationError(
    `${file} cannot be read as a key: give yourself that right, or remove it for a new one.`,
  );
}
