import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { ConfigurationError, required, type Environment } from '../process/environment.js';

/** A key that lies outside the database, with which what people wrote in their own words is sealed. */
export interface ContentKey {
  /** Stands beside what it sealed. */
  readonly id: string;
  /** 32 random bytes. */
  readonly secret: Buffer;
}

const keyBytes = 32;
const idForm = /^[a-z0-9]{4,32}$/;

/** Reads the keys in the file that CONTENT_KEYS_FILE names: the first seals, all of them open. Throws a ConfigurationError. */
export function readContentKeys(environment: Environment): readonly ContentKey[] {
  const file = required(environment, 'CONTENT_KEYS_FILE');
  try {
    const { keys } = JSON.parse(readFileSync(file, 'utf8')) as { keys: { id: string; key: string }[] };
    const read = keys.map(({ id, key }) => ({ id, secret: Buffer.from(key, 'base64url') }));
    const areWhole = read.every(({ id, secret }) => idForm.test(id) && secret.length === keyBytes);
    if (read.length > 0 && areWhole) return read;
  } catch {
    // falls through: a file that is not there and one that says something else are refused alike
  }
  throw new ConfigurationError(
    `CONTENT_KEYS_FILE must name a file of {"keys":[{"id":"…","key":"…"}]}, each key ${keyBytes} bytes in base64url: ${file} is none. Without its keys, what they sealed cannot be read.`,
  );
}

/** The text of such a file with one more key, which seals from then on. */
export function withNewKey(keys: readonly ContentKey[]): string {
  const added = { id: randomBytes(6).toString('hex'), secret: randomBytes(keyBytes) };
  const written = [added, ...keys].map(({ id, secret }) => ({ id, key: secret.toString('base64url') }));
  return `${JSON.stringify({ keys: written }, null, 2)}\n`;
}
