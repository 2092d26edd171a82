import { readFile, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { calculateJwkThumbprint, exportJWK, generateKeyPair, importJWK, type JWK } from 'jose';
import { ConfigurationError } from '../../platform/process/environment.js';

/** What most systems of partners can sign with. */
const madeWith = 'ES256';
const algorithms: Readonly<Record<string, string>> = { 'P-256': 'ES256', Ed25519: 'EdDSA' };
const fewestModulusBytes = 256;

/** Makes a key pair: the private part goes into a file that only its owner may read, and is kept nowhere else. */
export async function makeKeyPair(file: string): Promise<JWK> {
  const { privateKey } = await generateKeyPair(madeWith, { extractable: true });
  const jwk = await exportJWK(privateKey);
  const named = { ...jwk, kid: await calculateJwkThumbprint(jwk), alg: madeWith };
  try {
    await writeFile(file, `${JSON.stringify(named, null, 2)}\n`, { mode: 0o600, flag: 'wx' });
  } catch {
    throw new ConfigurationError(
      `${resolve(file)} cannot be made, or is there already: choose another with --key-file.`,
    );
  }
  return publicPart(named);
}

/** Reads a public key that a partner made. Throws a ConfigurationError for anything else, a private key above all. */
export async function readPublicKey(file: string): Promise<JWK> {
  const jwk = await readJwk(file);
  if ('d' in jwk) throw new ConfigurationError(`${file} holds a private key: that stays with the partner.`);
  const alg = jwk.kty === 'RSA' ? 'PS256' : algorithms[jwk.crv ?? ''];
  const isLong = jwk.kty !== 'RSA' || Buffer.from(jwk.n ?? '', 'base64url').length >= fewestModulusBytes;
  if (alg === undefined || !isLong || !(await isKey(jwk, alg)))
    throw new ConfigurationError(`${file} must hold a public key as JWK: P-256, Ed25519, or RSA of 2048 bits or more.`);
  return publicPart({ ...jwk, kid: jwk.kid ?? (await calculateJwkThumbprint(jwk)), alg });
}

async function readJwk(file: string): Promise<JWK> {
  try {
    const jwk: unknown = JSON.parse(await readFile(file, 'utf8'));
    if (typeof jwk === 'object' && jwk !== null && 'kty' in jwk) return jwk as JWK;
  } catch {
    // falls through: whatever cannot be read as a key is refused alike
  }
  throw new ConfigurationError(`${file} cannot be read as one JWK.`);
}

async function isKey(jwk: JWK, alg: string): Promise<boolean> {
  return importJWK(jwk, alg).then(
    () => true,
    () => false,
  );
}

function publicPart({ kty, crv, x, y, n, e, kid, alg }: JWK): JWK {
  const parts = Object.entries({ kty, crv, x, y, n, e, kid, alg, use: 'sig' });
  return Object.fromEntries(parts.filter(([, value]) => value !== undefined));
}
