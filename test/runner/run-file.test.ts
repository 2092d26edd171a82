import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from '@jest/globals';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

const tried = `
import { beforeAll, describe, expect, it } from '@jest/globals';
it('holds', () => expect(1).toBe(1));
it.skip('is left out', () => undefined);
it('does not hold', () => expect(1).toBe(2));
it('takes too long', () => new Promise(() => undefined), 50);
it('lets an error go', async () => {
  setTimeout(() => { throw new Error('stray'); }, 1);
  await new Promise((resolve) => setTimeout(resolve, 50));
});
it('lets a promise go', async () => {
  void Promise.reject(new Error('stray'));
  await new Promise((resolve) => setTimeout(resolve, 50));
});
describe('after a hook that fails', () => {
  beforeAll(() => { throw new Error('hook'); });
  it('does not run', () => undefined);
});`;

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'thuisbasis-runner-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

it('a test fails for whatever goes wrong in it, and for nothing else', async () => {
  await writeFile(join(folder, 'tried.test.ts'), tried);
  const config = {
    rootDir: folder,
    testEnvironment: here('environment.mjs'),
    testRunner: here('run-file.mjs'),
    transform: {},
    testMatch: ['<rootDir>/*.test.ts'],
  };
  const told = join(folder, 'told.json');
  const words = ['--config', JSON.stringify(config), '--json', `--outputFile=${told}`];
  const code = await new Promise<unknown>((resolve) => {
    execFile(process.execPath, [here('../../node_modules/jest/bin/jest.js'), ...words], (error) =>
      resolve(error?.code ?? 0),
    );
  });
  const { testResults } = JSON.parse(await readFile(told, 'utf8')) as {
    testResults: [{ assertionResults: { title: string; status: string }[] }];
  };
  const statuses = testResults[0].assertionResults.map(({ title, status }) => [title, status]);
  expect([code, Object.fromEntries(statuses)]).toEqual([
    1,
    {
      holds: 'passed',
      'is left out': 'pending',
      'does not hold': 'failed',
      'takes too long': 'failed',
      'lets an error go': 'failed',
      'lets a promise go': 'failed',
      'does not run': 'failed',
    },
  ]);
});
