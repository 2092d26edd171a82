import { readdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { expect, it } from '@jest/globals';

const folder = new URL('../../dist/page/', import.meta.url);
const index = readFileSync(new URL('index.html', folder), 'utf8');

/** Bytes of everything of a kind that the first page asks for, as they travel. */
function gzipped(pattern: RegExp): number {
  const names = [...index.matchAll(pattern)].map(([, name]) => name ?? '');
  expect(names.length).toBeGreaterThan(0);
  return names.reduce((sum, name) => sum + gzipSync(readFileSync(new URL(name, folder))).length, 0);
}

it('the first page asks for 160 kB of JavaScript and 40 kB of CSS at the most', () => {
  expect(gzipped(/<(?:script[^>]+src|link rel="modulepreload"[^>]+href)="([^"]+)"/g)).toBeLessThanOrEqual(160_000);
  expect(gzipped(/<link rel="stylesheet"[^>]+href="([^"]+)"/g)).toBeLessThanOrEqual(40_000);
});

it('nothing that browsers get names another host to ask, or holds an operation in full', () => {
  for (const name of readdirSync(new URL('assets/', folder)).filter((one) => /\.(js|css)$/.test(one))) {
    const text = readFileSync(new URL(`assets/${name}`, folder), 'utf8');
    expect(text).not.toMatch(/url\(['"]?https?:|@import|(query|mutation) Page/);
  }
});
