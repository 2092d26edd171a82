import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

const compiled = new URL('../../dist/platform/process/process-life.js', import.meta.url).href;

describe('a process that stops in order', () => {
  let folder: string;

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'thuisbasis-life-'));
  });

  afterAll(() => rmSync(folder, { recursive: true }));

  /** A program that stops in this way, after doing something else first. */
  function run(stop: string, first = ''): ChildProcess {
    const file = join(folder, 'program.mjs');
    const imports = `import { announceReady, stopWithProcess } from '${compiled}';`;
    const options = `{ drop: () => process.send('dropped') }`;
    const ready = 'if (process.connected) announceReady();';
    writeFileSync(file, `${imports}\n${first}\nstopWithProcess(${stop}, ${options});\n${ready}\n`);
    return fork(file);
  }

  async function start(stop: string): Promise<ChildProcess> {
    const child = run(stop);
    await once(child, 'message');
    return child;
  }

  const code = async (child: ChildProcess): Promise<unknown> => (await once(child, 'exit'))[0];

  it.each(['SIGTERM', 'SIGINT', 'SIGHUP'] as const)('ends with exit code 0 on %s', async (signal) => {
    const child = await start('() => Promise.resolve()');
    child.kill(signal);
    expect(await code(child)).toBe(0);
  });

  it('ends when the process that started it lets go', async () => {
    const child = await start('() => Promise.resolve()');
    child.disconnect();
    expect(await code(child)).toBe(0);
  });

  it('ends when that process let go while this one was still starting', async () => {
    const child = run('() => Promise.resolve()', 'await new Promise((resolve) => setTimeout(resolve, 500));');
    child.disconnect();
    expect(await code(child)).toBe(0);
  });

  it('takes a signal that follows at once as the same wish, a later one as impatience', async () => {
    const child = await start('() => new Promise(() => setInterval(() => undefined, 1_000))');
    const dropped = once(child, 'message');
    child.kill('SIGINT');
    await wait(50);
    child.kill('SIGINT');
    await wait(600);
    expect(child.exitCode).toBeNull();
    child.kill('SIGINT');
    expect(await dropped).toEqual(['dropped', undefined]);
    expect(await code(child)).toBe(1);
  });

  it('ends with exit code 1 when it cannot stop', async () => {
    const child = await start('() => Promise.reject(new Error("stuck"))');
    child.kill('SIGTERM');
    expect(await code(child)).toBe(1);
  });
});
