import { createLocalJWKSet, type JSONWebKeySet, type JWK, type JWTVerifyGetKey } from 'jose';
import { readKeyFile } from './key-file.js';
import { publishedNow, signingNow, type SigningKey } from './signing-keys.rules.js';

/** The signing keys as they are now: the file is read again while the hub runs. */
export interface KeyRing {
  /** Every published key, private parts and all. */
  published(): Promise<SigningKey[]>;
  /** The key that signs now. */
  signing(): Promise<SigningKey>;
  /** Finds the key of a token among the published ones. */
  readonly verify: JWTVerifyGetKey;
}

/** A new key is published for minutes before it signs: seconds are soon enough. */
const usualMemoryMs = 10_000;

/** Opens the file of signing keys. Throws a ConfigurationError when it cannot be read now; later the last that was read will do. */
export async function openKeyRing(file: string, memoryMs = usualMemoryMs): Promise<KeyRing> {
  let known = await readKeyFile(file);
  let readAt = performance.now();
  const current = async (): Promise<readonly SigningKey[]> => {
    if (performance.now() - readAt >= memoryMs) {
      readAt = performance.now();
      known = await readKeyFile(file).catch(() => known);
    }
    return known.keys;
  };
  const published = async (): Promise<SigningKey[]> => publishedNow(await current(), Date.now());
  return {
    published,
    signing: async () => signingNow(await current(), Date.now()),
    verify: async (header, token) => createLocalJWKSet(publicKeySet(await published()))(header, token),
  };
}

/** The public parts as a key set. */
export function publicKeySet(keys: readonly SigningKey[]): JSONWebKeySet {
  return { keys: keys.map(({ jwk }) => publicPart(jwk)) };
}

function publicPart({ kty, crv, x, y, kid, alg }: JWK): JWK {
  return { kty, crv, x, ...(y !== undefined && { y }), kid, alg, use: 'sig' } as JWK;
}
