import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { processIdentity } from '../process-identity.js';
import { supervise, superviseUnawaited, type ProcessOptions, type SupervisedProcess } from './supervise.js';

describe('a supervised process', () => {
  let folder: string;
  const reports: string[] = [];

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'thuisbasis-supervise-'));
  });

  afterAll(() => rmSync(folder, { recursive: true }));

  function optionsOf(program: string): ProcessOptions {
    const file = join(folder, 'program.mjs');
    writeFileSync(file, program);
    const report = (line: string): void => void reports.push(line);
    return { name: 'cases', script: pathToFileURL(file), environment: {}, report };
  }

  const start = (program: string): Promise<SupervisedProcess> => supervise(optionsOf(program));

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

  it('that had lived for long starts again at once', async () => {
    const program = `process.on('disconnect', () => process.exit()); process.send('ready');`;
    const running = await supervise({ ...optionsOf(program), steadyMs: 0 });
    reports.length = 0;
    process.kill(running.pid() ?? 0, 'SIGKILL');
    while (reports.length < 2) await wait(20);
    expect(reports).toEqual(['cases ended (SIGKILL); it starts again at once', 'cases is there again']);
    await running.stop();
  });

  it('is kept when it cannot be told anything any more', async () => {
    const running = await start(`setInterval(() => 0, 1_000); process.send('ready', () => process.disconnect());`);
    reports.length = 0;
    const child = running.child();
    while (child.connected) await wait(20);
    child.send('nobody hears this');
    await wait(50);
    expect([running.isThere(), running.pid(), reports]).toEqual([true, child.pid, []]);
    child.kill('SIGKILL');
    while (reports.length < 2) await wait(20);
    expect(reports[1]).toBe('cases is there again');
    await running.stop();
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

  it('is ended when it is not ready in time', async () => {
    const started = supervise({ ...optionsOf('setInterval(() => 0, 1_000);'), startLimitMs: 300 });
    await expect(started).rejects.toThrow('cases does not start (not ready in time)');
  });

  it('that nobody waits for is tried again when its first start fails', async () => {
    const mark = join(folder, 'tried');
    reports.length = 0;
    const running = superviseUnawaited(
      optionsOf(`
        import { existsSync, writeFileSync } from 'node:fs';
        if (!existsSync(${JSON.stringify(mark)})) { writeFileSync(${JSON.stringify(mark)}, ''); process.exit(7); }
        process.on('disconnect', () => process.exit());
        process.send('ready');`),
    );
    expect(running.isThere()).toBe(false);
    while (!running.isThere()) await wait(20);
    expect(reports).toEqual(['cases ended (exit code 7); it starts again in 0.25 s', 'cases is there again']);
    await running.stop();
    expect(processIdentity(running.pid() ?? 0)).toBeNull();
  });

  it('that nobody waits for is stopped while it hangs at its start', async () => {
    const running = superviseUnawaited(
      optionsOf(`process.on('SIGTERM', () => undefined); setInterval(() => 0, 1_000);`),
    );
    await wait(300);
    await running.stop();
    expect(processIdentity(running.pid() ?? 0)).toBeNull();
  });
});
