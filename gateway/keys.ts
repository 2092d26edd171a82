import { readFile } from 'node:fs/promises';
import {
  createLocalJWKSet,
  createRemoteJWKSet,
  importJWK,
  type CryptoKey,
  type JSONWebKeySet,
  type JWK,
  type JWTVerifyGetKey,
} from 'jose';
import { isLoopback } from './identity/public-url.js';
import { ConfigurationError, httpUrl, type Environment } from '../platform/process/environment.js';

const day = 24 * 60 * 60 * 1_000;

/** How keys are fetched: kept for a day, fetched again for an unknown key, but not for every made-up one. */
const fetching = { cacheMaxAge: day, cooldownDuration: 30_000, timeoutDuration: 1_000 };

/** Reads TOKEN_KEYS_URL or TOKEN_KEYS_FILE: the keys that tokens are signed with. Throws a ConfigurationError without one of the two. */
export async function readCallerKeys(environment: Environment): Promise<JWTVerifyGetKey> {
  const file = environment['TOKEN_KEYS_FILE'];
  const url = environment['TOKEN_KEYS_URL'];
  if (Boolean(file) === Boolean(url)) {
    throw new ConfigurationError(
      'Set TOKEN_KEYS_URL or TOKEN_KEYS_FILE, one of the two: the keys that tokens are signed with.',
    );
  }
  return file ? storedKeys(file) : remoteKeys(httpUrl('TOKEN_KEYS_URL', url ?? ''));
}

/** The key set of an identity provider. Over plain HTTP only on this machine: who can change it can be anyone. */
export function remoteKeys(url: URL, changes: Partial<typeof fetching> = {}): JWTVerifyGetKey {
  if (url.protocol !== 'https:' && !isLoopback(url)) {
    throw new ConfigurationError('TOKEN_KEYS_URL must begin with https:// unless it is on this machine.');
  }
  return createRemoteJWKSet(url, { ...fetching, ...changes });
}

/** The key set in a file. */
export async function storedKeys(file: string): Promise<JWTVerifyGetKey> {
  try {
    return createLocalJWKSet(JSON.parse(await readFile(file, 'utf8')) as JSONWebKeySet);
  } catch {
    throw new ConfigurationError(`TOKEN_KEYS_FILE ${file} cannot be read as a JSON Web Key Set.`);
  }
}

/** The private key with which the gateway signs its word to the subgraphs, from its JWK. */
export async function readSigningKey(text: string): Promise<CryptoKey> {
  try {
    const key = await importJWK(JSON.parse(text) as JWK, 'EdDSA');
    if (!(key instanceof Uint8Array) && key.type === 'private') return key;
  } catch {
    // falls through: whatever cannot be read as a key is refused alike, and never repeated
  }
  throw new ConfigurationError('GATEWAY_PRIVATE_KEY must be an Ed25519 private key as JWK.');
}
