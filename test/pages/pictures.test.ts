import { readdirSync, readFileSync, statSync } from 'node:fs';
import { expect, it } from '@jest/globals';

const docs = new URL('../../docs/', import.meta.url);
const mostBytes = 150_000;

it('the pictures of docs/page.md are there, each with words for who does not see it and small enough to read', () => {
  const text = readFileSync(new URL('page.md', docs), 'utf8');
  const shown = [...text.matchAll(/!\[([^\]]+)\]\(pictures\/([^)]+)\)/g)];
  expect(shown.map(([, , name]) => name).sort()).toEqual(readdirSync(new URL('pictures/', docs)).sort());
  for (const [, words = '', name = ''] of shown) {
    expect(words.length).toBeGreaterThan(10);
    expect([name, statSync(new URL(`pictures/${name}`, docs)).size < mostBytes]).toEqual([name, true]);
  }
});
