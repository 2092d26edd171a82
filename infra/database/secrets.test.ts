import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { readSecrets } from './secrets.js';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'secrets-'));
});
afterEach(() => rm(folder, { recursive: true }));

it('are made once, also when several ask at once', async () => {
  const all = await Promise.all(Array.from({ length: 5 }, () => readSecrets(folder)));
  expect(new Set(all.map(({ gateway }) => gateway)).size).toBe(1);
});

it('of an older data folder stay, and the gateway gets one too', async () => {
  const file = join(folder, 'database-secrets.json');
  const older = { owner: 'o', cases: 'c', capacity: 'p', people: 'q' };
  await writeFile(file, JSON.stringify(older), { mode: 0o600 });
  const secrets = await readSecrets(folder);
  expect(secrets).toMatchObject(older);
  expect(secrets.gateway).toMatch(/^[\w-]{32}$/);
  expect(await readSecrets(folder)).toEqual(secrets);
  expect(JSON.parse(await readFile(file, 'utf8'))).toEqual(secrets);
  expect((await stat(file)).mode & 0o777).toBe(0o600);
});
