import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import type { ContentKey } from './content-keys.js';

/** Seals texts with a key that the database does not have. */
export interface Sealer {
  /** A text as the database keeps it in one place, such as `cases.case_file.own_reference`: moved elsewhere it does not open. */
  seal(place: string, text: string): string;
  /** The text again. What was kept before there were keys is given as it stands. Throws for what was changed, or sealed with a key that is gone. */
  open(place: string, stored: string): string;
  /** Whether a stored text is sealed, with the key that seals now. */
  isCurrent(stored: string): boolean;
  /** Whether a stored text is sealed at all, with whatever key. */
  isSealed(stored: string): boolean;
  /** What stands for a text where nobody may read it off: 32 bytes for each key, that of now first. */
  fingerprints(purpose: string, text: string): readonly Buffer[];
}

const form = /^sealed:1:([a-z0-9]{4,32}):([A-Za-z0-9_-]+)$/;
const cipher = 'aes-256-gcm';
const nonceBytes = 12;
const tagBytes = 16;
const keyBytes = 32;

interface DerivedKey {
  readonly id: string;
  readonly sealing: Buffer;
  readonly fingerprint: Buffer;
}

/** AES-256-GCM with a nonce of its own for each text; fingerprints are HMAC-SHA256. Of each key two are derived (HKDF), one for each use. */
export function sealerWith(keys: readonly ContentKey[]): Sealer {
  const known = keys.map(derive);
  const [current] = known;
  if (!current) throw new Error('nothing is sealed without a key');
  const mark = `sealed:1:${current.id}:`;
  return {
    seal: (place, text) => mark + encrypt(current.sealing, place, text),
    open: (place, stored) => opened(known, place, stored),
    isCurrent: (stored) => stored.startsWith(mark),
    isSealed: (stored) => form.test(stored),
    fingerprints: (purpose, text) =>
      known.map(({ fingerprint }) =>
        createHmac('sha256', fingerprint).update(purpose).update('\0').update(text).digest(),
      ),
  };
}

function derive({ id, secret }: ContentKey): DerivedKey {
  const part = (use: string): Buffer => Buffer.from(hkdfSync('sha256', secret, '', `thuisbasis ${use}`, keyBytes));
  return { id, sealing: part('sealed text'), fingerprint: part('fingerprint') };
}

function encrypt(key: Buffer, place: string, text: string): string {
  const nonce = randomBytes(nonceBytes);
  const sealing = createCipheriv(cipher, key, nonce).setAAD(Buffer.from(place));
  const sealed = Buffer.concat([sealing.update(text, 'utf8'), sealing.final()]);
  return Buffer.concat([nonce, sealed, sealing.getAuthTag()]).toString('base64url');
}

function opened(keys: readonly DerivedKey[], place: string, stored: string): string {
  const [, id, sealed] = form.exec(stored) ?? [];
  if (id === undefined || sealed === undefined) return stored;
  const key = keys.find((one) => one.id === id);
  if (!key) throw new Error(`a text in ${place} was sealed with a key that is gone`);
  const bytes = Buffer.from(sealed, 'base64url');
  const opening = createDecipheriv(cipher, key.sealing, bytes.subarray(0, nonceBytes)).setAAD(Buffer.from(place));
  opening.setAuthTag(bytes.subarray(-tagBytes));
  return opening.update(bytes.subarray(nonceBytes, -tagBytes), undefined, 'utf8') + opening.final('utf8');
}
