import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { dataFolderHolder, openDataFolder } from './data-folder.js';

describe('the data folder', () => {
  let parent: string;
  let path: string;

  beforeEach(() => {
    parent = mkdtempSync(join(tmpdir(), 'thuisbasis-folder-'));
    path = join(parent, 'a/b');
  });

  afterEach(() => rmSync(parent, { recursive: true }));

  it('is made, held by one hub at a time, and let go', async () => {
    const folder = await openDataFolder(path);
    expect(await dataFolderHolder(path)).toBe(process.pid);
    await expect(openDataFolder(path)).rejects.toThrow(`in use by another hub (process ${process.pid})`);
    await folder.release();
    expect(await dataFolderHolder(path)).toBeNull();
    await (await openDataFolder(path)).release();
    expect(readdirSync(path)).toEqual([]);
  });

  it.each([
    ['of a process that is gone', { pid: spawnSync('true').pid, identity: 'x' }],
    ['of a process whose number another has now', { pid: process.pid, identity: 'an earlier start' }],
    ['that was never written whole', null],
  ])('passes a mark %s', async (_what, holder) => {
    await (await openDataFolder(path)).release();
    writeFileSync(join(path, 'hub.lock'), holder === null ? '' : JSON.stringify(holder));
    expect(await dataFolderHolder(path)).toBeNull();
    await (await openDataFolder(path)).release();
  });

  it('says so at once where the system makes no folders', async () => {
    await expect(openDataFolder('/proc/nowhere/deep')).rejects.toThrow('cannot be made');
  });

  it('says what to do when it cannot be made', async () => {
    writeFileSync(join(parent, 'a'), 'a file');
    await expect(openDataFolder(path)).rejects.toThrow('cannot be made: choose another with DATA_DIR');
  });
});
