import { createHash } from 'node:crypto';

/** Sets the identifiers of this hub's exports apart from those that others derive (RFC 9562, section 5.5). */
const namespace = Buffer.from('6f1f6c1e8b1a4d3f9f5d2c7a9f4e0b61', 'hex');

/** The same UUID (version 5) for the same parts, always: for what an export names and the hub itself has no identifier for. */
export function stableId(...parts: readonly string[]): string {
  const hash = createHash('sha1').update(namespace).update(JSON.stringify(parts)).digest().subarray(0, 16);
  hash[6] = ((hash[6] ?? 0) & 0x0f) | 0x50;
  hash[8] = ((hash[8] ?? 0) & 0x3f) | 0x80;
  const hex = hash.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
