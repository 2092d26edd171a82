import type { JWK } from 'jose';

/** A private key of the authorization server, and since when its public part is published. */
export interface SigningKey {
  readonly jwk: JWK & { readonly kid: string; readonly alg: string };
  readonly publishedAt: string;
}

/** How long a token holds. */
export const tokenSeconds = 600;

/** A key is published so long before it signs: whoever checks tokens has it by then. */
export const leadMs = 5 * 60_000;

/** A key stays published so long after another took over: until its last token expired, and a little. */
const overlapMs = (tokenSeconds + 60) * 1_000;

/** The key that signs now: the newest that was published long enough, or the only one there is. */
export function signingNow(keys: readonly SigningKey[], now: number): SigningKey {
  const [oldest, ...newer] = oldestFirst(keys);
  if (!oldest) throw new Error('there is no signing key');
  return newer.findLast((key) => signsFrom(key) <= now) ?? oldest;
}

/** The keys whose public part is published now: those whose tokens may still hold, and those that will sign. */
export function publishedNow(keys: readonly SigningKey[], now: number): SigningKey[] {
  const ordered = oldestFirst(keys);
  return ordered.filter((_key, index) => {
    const successor = ordered[index + 1];
    return !successor || now < signsFrom(successor) + overlapMs;
  });
}

function signsFrom({ publishedAt }: SigningKey): number {
  return Date.parse(publishedAt) + leadMs;
}

function oldestFirst(keys: readonly SigningKey[]): SigningKey[] {
  return keys.toSorted((one, other) => Date.parse(one.publishedAt) - Date.parse(other.publishedAt));
}
