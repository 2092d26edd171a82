import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readContentKeys, withNewKey } from './content-keys.js';
import { sealerWith } from './sealer.js';

const key = (id: string) => ({ id, secret: randomBytes(32) });
const [first, second] = [key('first'), key('second')];
const place = 'cases.break_glass.explanation';
const sealer = sealerWith([first]);

describe('what people wrote in their own words', () => {
  it('comes back as it was, from a form that says nothing of it, different each time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 4, maxLength: 600 }), (text) => {
        const [sealed, again] = [sealer.seal(place, text), sealer.seal(place, text)];
        expect(sealer.open(place, sealed)).toBe(text);
        expect(sealed).toMatch(/^sealed:1:first:[\w-]+$/);
        expect(sealed).not.toBe(again);
        expect(sealed).not.toContain(Buffer.from(text).toString('base64url'));
      }),
    );
  });

  it('that was kept before there were keys can still be read', () => {
    for (const text of ['vader staat bij de school', 'sealed: niet door ons', ''])
      expect(sealer.open(place, text)).toBe(text);
  });

  it('does not open in another place, changed in any character, or without its key', () => {
    const sealed = sealer.seal(place, 'vader staat bij de school');
    expect(() => sealer.open('cases.case_file.own_reference', sealed)).toThrow();
    expect(() => sealerWith([second]).open(place, sealed)).toThrow('a key that is gone');
    const payload = sealed.lastIndexOf(':') + 1;
    for (let at = payload; at < sealed.length - 1; at++) {
      const other = sealed[at] === 'A' ? 'B' : 'A';
      expect(() => sealer.open(place, sealed.slice(0, at) + other + sealed.slice(at + 1))).toThrow();
    }
  });

  it('opens after a new key came, which seals from then on', () => {
    const sealed = sealer.seal(place, 'eerder');
    const later = sealerWith([second, first]);
    expect(later.open(place, sealed)).toBe('eerder');
    expect([later.isCurrent(sealed), later.isCurrent(later.seal(place, 'later'))]).toEqual([false, true]);
  });
});

describe('the fingerprint of a text', () => {
  it('is the same for the same text, purpose and key, and another for any other', () => {
    const of = (keys = [first], purpose = 'erasure', text = 'FL-26-0042') =>
      sealerWith(keys)
        .fingerprints(purpose, text)
        .map((bytes) => bytes.toString('hex'));
    expect(of()).toEqual(of());
    const all = [of(), of([second]), of([first], 'other'), of([first], 'erasure', 'FL-26-0043')].flat();
    expect(new Set(all).size).toBe(4);
    expect(of([second, first])).toEqual([...of([second]), ...of()]);
  });
});

describe('the file of the keys', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'thuisbasis-keys-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const read = (text: string) => {
    const file = join(folder, 'keys.json');
    writeFileSync(file, text);
    return readContentKeys({ CONTENT_KEYS_FILE: file });
  };

  it('holds all keys that there were, the newest first', () => {
    const one = read(withNewKey([]));
    const two = read(withNewKey(one));
    expect([one.length, two.length, two[1]]).toEqual([1, 2, one[0]]);
  });

  it.each(['', '{}', '{"keys":[]}', '{"keys":[{"id":"first","key":"short"}]}', '{"keys":[{"id":"A b","key":"x"}]}'])(
    'is refused where it holds none: %s',
    (text) => {
      expect(() => read(text)).toThrow('CONTENT_KEYS_FILE must name');
    },
  );

  it('must be named and be there', () => {
    expect(() => readContentKeys({})).toThrow('CONTENT_KEYS_FILE');
    expect(() => readContentKeys({ CONTENT_KEYS_FILE: join(folder, 'none') })).toThrow('CONTENT_KEYS_FILE must name');
  });
});
