import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { processIdentity } from '../process-identity.js';
import { supervise, type SupervisedProcess } from './supervise.js';

describe('a supervised process', () => {
  let folder: string;
  const reports: string[] = [];

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'thuisbasis-supervise-'));
  });

  afterAll(() => rmSync(folder, { recursive: true }));

  function start(program: string): Promise<SupervisedProcess> {
    const file = join(folder, 'program.mjs');
    writeFileSync(file, program);
    const report = (line: string): void => void reports.push(line);
    return supervise({ name: 'cases', script: pathToFileURL(file), environment: {}, report });
  }

  it('starts again when it ends by itself, and stops for good when told', async () => {
    const running = await start(`process.on('disconnect', () => process.exit()); process.send('ready');`);
    const first = running.pid() ?? 0;
    process.kill(first, 'SIGKILL');
    while (reports.length < 2) await wait(20);
    expect(reports).toEqual(['cases ended (SIGKILL); it starts again in 0.25 s', 'cases is there again']);
    const second = running.pid() ?? 0;
    expect(second).not.toBe(first);
    await running.stop();
    expect(processIdentity(second)).toBeNull();
  });

  it('stops also while it waits to start again', async () => {
    const running = await start(`process.send('ready', () => setTimeout(() => process.exit(3), 50));`);
    reports.length = 0;
    while (reports.length < 1) await wait(20);
    expect(reports[0]).toMatch(/exit code 3/);
    await running.stop();
    await wait(400);
    expect(reports.length).toBe(1);
  });

  it('stops also while it is starting again', async () => {
    const running = await start(`
      process.on('disconnect', () => process.exit());
      setTimeout(() => process.send('ready'), 300);`);
    const first = running.pid() ?? 0;
    reports.length = 0;
    process.kill(first, 'SIGKILL');
    while (reports.length < 1) await wait(20);
    await wait(350);
    await running.stop();
    expect(running.pid()).not.toBe(first);
    expect(processIdentity(running.pid() ?? 0)).toBeNull();
  });

  it('says so when it does not start at all', async () => {
    await expect(start('process.exit(7);')).rejects.toThrow('cases does not start (exit code 7)');
  });
});
