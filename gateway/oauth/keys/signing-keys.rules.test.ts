import { describe, expect, it } from '@jest/globals';
import { leadMs, publishedNow, signingNow, tokenSeconds, type SigningKey } from './signing-keys.rules.js';

const start = Date.parse('2026-01-01T00:00:00Z');
const minute = 60_000;

const key = (kid: string, minutes: number): SigningKey => ({
  jwk: { kty: 'OKP', kid, alg: 'EdDSA' },
  publishedAt: new Date(start + minutes * minute).toISOString(),
});
const kids = (keys: SigningKey[]): string[] => keys.map(({ jwk }) => jwk.kid);

describe('the keys of the authorization server', () => {
  it('begin with one that signs at once', () => {
    expect(signingNow([key('first', 0)], start).jwk.kid).toBe('first');
    expect(() => signingNow([], start)).toThrow('no signing key');
  });

  it('let a new one be seen before it signs, and an old one until its last token expired', () => {
    const keys = [key('second', 60), key('first', 0)];
    const at = (ms: number): [string, string[]] => {
      const now = start + 60 * minute + ms;
      return [signingNow(keys, now).jwk.kid, kids(publishedNow(keys, now))];
    };
    expect(at(0)).toEqual(['first', ['first', 'second']]);
    expect(at(leadMs - 1)).toEqual(['first', ['first', 'second']]);
    expect(at(leadMs)).toEqual(['second', ['first', 'second']]);
    expect(at(leadMs + tokenSeconds * 1_000)).toEqual(['second', ['first', 'second']]);
    expect(at(leadMs + tokenSeconds * 1_000 + minute)).toEqual(['second', ['second']]);
  });

  it('may be changed twice in a row: whoever signed stays published', () => {
    const keys = [key('first', 0), key('second', 60), key('third', 61)];
    const now = start + 66 * minute;
    expect(signingNow(keys, now).jwk.kid).toBe('third');
    expect(kids(publishedNow(keys, now))).toEqual(['first', 'second', 'third']);
  });
});
